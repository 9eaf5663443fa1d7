// A failure as it crosses a boundary: data with a code to act on and a sentence to show.
import { name } from './ids.ts'
import { z } from './z.ts'

/** `invalid`: mend the request. `forbidden`: not yours. `conflict`: someone was first. `unavailable`: later. `bug`: ours. */
export const FailureCode = z.enum(['invalid', 'forbidden', 'conflict', 'unavailable', 'bug'])
export type FailureCode = z.infer<typeof FailureCode>

/** `message` says what happened, what is safe and what to do next. */
export const Failure = z.object({ code: FailureCode, message: name(1000) })
export type Failure = z.infer<typeof Failure>

export const FailureReply = z.object({ error: Failure })
export type FailureReply = z.infer<typeof FailureReply>
