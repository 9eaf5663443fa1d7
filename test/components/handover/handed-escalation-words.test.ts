import { expect, test } from 'vitest'
import { type HandedLines, handedLines } from '../../../components/handover/handed-escalation-words.ts'
import type { HandedEscalation } from '../../../lib/schema/handover.ts'

const [mira, lea] = ['Mira', 'Lea'].map((name, index) => ({ id: `00000000-0000-7000-8000-00000000000${index}`, name })) as [
  HandedEscalation['by'],
  HandedEscalation['by'],
]
const plain: HandedEscalation = {
  ...{ id: mira.id, number: 1, caseKey: 'demo-desk:1', by: mira, severity: 'S2', status: 'delivered', takenBy: null, receivedAt: 1 },
  ...{ note: '', ruling: null, question: null, answer: null },
}
const entry = { id: mira.id, severity: null }
const question = { ...entry, kind: 'question' as const, by: lea, at: 4, text: 'Which listing?' }
const answer = { ...entry, kind: 'answer' as const, by: mira, at: 5, text: 'The second.' }
const ruling = { outcome: 'Remove listing', rationale: 'The plate is missing.', by: lea, at: 9 }

test.for<[string, Partial<HandedEscalation>, HandedLines]>([
  ['nobody has opened it', {}, { head: '#1: no lead had opened it when the case came here.', word: null, before: [] }],
  [
    'seen, with a note',
    { status: 'seen', note: 'A replica' },
    { head: '#1: a lead had seen it when the case came here.', word: 'Mira wrote: A replica', before: [] },
  ],
  ['taken', { status: 'taken', takenBy: lea }, { head: '#1: Lea had it when the case came here.', word: null, before: [] }],
  [
    'asked',
    { status: 'asked', takenBy: lea, note: 'A replica', question },
    { head: '#1: a question waited for an answer when the case came here.', word: 'Lea asked: Which listing?', before: ['Mira wrote: A replica'] },
  ],
  [
    'answered',
    { status: 'taken', takenBy: lea, question, answer },
    { head: '#1: Lea had it when the case came here.', word: 'Lea asked: Which listing?\nMira answered: The second.', before: [] },
  ],
  [
    'ruled',
    { status: 'ruled', takenBy: lea, note: 'A replica', question, answer, ruling },
    {
      head: '#1 was ruled by Lea: Remove listing',
      word: 'Rationale: The plate is missing.',
      before: ['Mira wrote: A replica', 'Lea asked: Which listing?', 'Mira answered: The second.'],
    },
  ],
])('%s', ([, change, lines]) => {
  expect(handedLines({ ...plain, ...change })).toEqual(lines)
})
