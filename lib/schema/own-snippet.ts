// A snippet that a member keeps on this device. It never leaves it, but as a file that the member exports.
import { Instant, name, Uuid } from './ids.ts'
import { z } from './z.ts'

export const OwnSnippet = z.object({
  id: Uuid,
  /** Shown to this member only; null while nobody ever joined. */
  memberId: z.nullable(Uuid),
  title: name(200),
  body: name(20_000),
  createdAt: Instant,
  updatedAt: Instant,
})
export type OwnSnippet = z.infer<typeof OwnSnippet>

export const mostOwnSnippets = 300
