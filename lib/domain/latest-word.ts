// What an agent answered and a lead has to read before anything else, with the question it answers; null while none waits to be read.
import type { Escalation, ThreadEntry } from '../schema/escalation.ts'
import { isOpen } from './escalation-status.ts'

export interface LatestWord {
  /** Of the newest answer. */
  id: string
  /** Null where the agent wrote without being asked. */
  question: ThreadEntry | null
  /** All since the question, oldest first. */
  answers: ThreadEntry[]
}

export function latestWord(row: Escalation): LatestWord | null {
  if (!isOpen(row)) return null
  const asked = row.thread.findLastIndex(({ kind }) => kind === 'question')
  const answers = row.thread.slice(asked + 1).filter(({ kind }) => kind === 'answer')
  const newest = answers.at(-1)
  return newest ? { id: newest.id, question: row.thread[asked] ?? null, answers } : null
}
