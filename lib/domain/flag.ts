// The rules of a flag on the hub: answered by leads until it is ended, never edited in place.
import type { FailureCode } from '../schema/failure.ts'
import type { Flag, FlagAnswer, FlagContent } from '../schema/flag.ts'
import type { MemberRef } from '../schema/member.ts'

/** A change that the rules refuse; `message` is for the person who tried. */
export class FlagFault extends Error {
  override readonly name = 'FlagFault'
  readonly code: FailureCode
  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

export function receiveFlag(content: FlagContent, by: MemberRef, at: number): Flag {
  return { content, by, receivedAt: at, revision: 1, answers: [] }
}

/** What a lead said last; null while nobody did. */
export const lastAnswer = ({ answers }: Flag): FlagAnswer | null => answers.at(-1) ?? null

/** No lead has said anything to it. */
export const isUnanswered = ({ answers }: Flag): boolean => answers.length === 0

export function isEnded(flag: Flag): boolean {
  const kind = lastAnswer(flag)?.kind
  return kind === 'fixed' || kind === 'declined'
}

/** Returns a new record, or the same one when a colleague said the same already. Throws `FlagFault`. */
export function answerFlag(flag: Flag, answer: FlagAnswer): Flag {
  const last = lastAnswer(flag)
  if (last && isEnded(flag)) throw new FlagFault('conflict', `${last.by.name} already settled this flag. Nothing was changed.`)
  if (last?.kind === 'looking' && answer.kind === 'looking') return flag
  if (answer.kind === 'declined' && answer.text.trim() === '') throw new FlagFault('invalid', 'Say why it stays as it is, so that the agent can learn from it.')
  if (answer.kind === 'fixed' && (answer.version === null || answer.version < flag.content.playbook.version)) {
    throw new FlagFault('invalid', 'Name the version that mends it.')
  }
  return { ...flag, revision: flag.revision + 1, answers: [...flag.answers, answer] }
}
