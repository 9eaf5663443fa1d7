// What was typed or chosen for an escalation and not sent, as one text, so that a crash or a close loses none of it.
import { Slug } from '../schema/ids.ts'
import { Severity } from '../schema/playbook.ts'
import { z } from '../schema/z.ts'

/** Only what differs from the defaults: a queue that nobody touched still follows the playbook. */
const Edits = z.object({ note: z.optional(z.string()), severity: z.optional(Severity), queue: z.optional(Slug) })
export type EscalateEdits = z.infer<typeof Edits>

/** Where the worker keeps it. */
export const draftKey = (caseKey: string) => `escalate:${caseKey}`

export function readEdits(text: string): EscalateEdits {
  if (text === '') return {}
  try {
    const parsed = Edits.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
  } catch {
    // A note from before severity and queue were kept beside it.
  }
  return { note: text }
}

/** Nothing changed is the empty text, which the worker takes as "no draft". A queue that is half typed is left out. */
export function writeEdits({ note = '', severity, queue }: EscalateEdits): string {
  const isQueue = queue !== undefined && Slug.safeParse(queue).success
  if (note === '' && severity === undefined && !isQueue) return ''
  return JSON.stringify({ note, severity, queue: isQueue ? queue : undefined })
}

/** What an undone escalation said, put back beside what was typed since: fills what is empty, and takes no word away. */
export function giveBack(typed: EscalateEdits, undone: EscalateEdits): EscalateEdits {
  return {
    note: bothNotes(undone.note?.trim() ?? '', typed.note ?? ''),
    severity: typed.severity ?? undone.severity,
    queue: typed.queue ?? undone.queue,
  }
}

function bothNotes(undone: string, typed: string): string {
  if (typed.trim() === '') return undone
  return typed.includes(undone) ? typed : `${undone}\n\n${typed}`
}
