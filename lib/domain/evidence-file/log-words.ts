// An entry of the log in a few words, whatever became of it.
import type { LogKind } from '../../schema/evidence-file.ts'
import { member, said } from './loose.ts'

const words: Record<LogKind, string> = {
  'run-started': 'run started:',
  step: 'step',
  proof: 'evidence for',
  escalated: 'escalated',
  received: 'received by the hub as',
  picture: 'received by the hub:',
  'run-closed': 'run closed:',
  copied: 'an earlier evidence file made',
  made: 'this file made',
  seen: 'seen',
  taken: 'taken',
  question: 'asked',
  answer: 'answered',
  amendment: 'added to',
  ruling: 'ruled',
  withdrawal: 'withdrawn',
}

/** "step “Compare the photos”" */
export function logWords(entry: unknown): string {
  const [kind, about] = [said(member(entry, 'kind')), said(member(entry, 'about'))]
  const word = Object.hasOwn(words, kind) ? words[kind as LogKind] : 'of no known kind'
  if (about === '') return word
  return kind === 'received' || kind === 'picture' ? `${word} ${about}` : `${word} “${about}”`
}
