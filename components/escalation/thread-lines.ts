// The lines of a thread: silent acts of one person in a row share one line, so that words stand out.
import type { ThreadEntry } from '../../lib/schema/escalation.ts'

export interface ThreadLine {
  /** The newest of the entries in this line. */
  entry: ThreadEntry
  said: string
}

const verbs: Record<ThreadEntry['kind'], string> = {
  seen: 'saw it',
  taken: 'took it',
  question: 'asked',
  answer: 'answered',
  amendment: 'added',
  ruling: 'ruled',
  withdrawal: 'withdrew it',
}

const isSilent = ({ kind }: ThreadEntry) => kind === 'seen' || kind === 'taken'

export function threadLines(thread: ThreadEntry[]): ThreadLine[] {
  const lines: ThreadLine[] = []
  for (const entry of thread) {
    const last = lines.at(-1)
    const joins = last && isSilent(last.entry) && isSilent(entry) && last.entry.by.id === entry.by.id
    if (joins) lines[lines.length - 1] = { entry, said: `${last.said} and ${verbs[entry.kind]}` }
    else lines.push({ entry, said: verbs[entry.kind] })
  }
  return lines
}
