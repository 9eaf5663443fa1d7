import { expect, test } from 'vitest'
import { threadLines } from '../../../components/escalation/thread-lines.ts'
import { unopenedWords } from '../../../components/escalation/unopened-words.ts'
import type { ThreadEntry } from '../../../lib/schema/escalation.ts'
import { own, record } from '../gallery/case-fixture.ts'

const lea = { id: '01890000-0000-7000-8000-000000000002', name: 'Lea' }
const omar = { id: '01890000-0000-7000-8000-000000000003', name: 'Omar' }
const entry = (kind: ThreadEntry['kind'], by = lea, text = ''): ThreadEntry => ({ id: `${kind}-${by.name}`, kind, by, at: 1, text, severity: null })

test('silent acts of one person in a row share a line', () => {
  const lines = threadLines([entry('seen'), entry('taken'), entry('question', lea, 'Which?'), entry('taken', omar)])
  expect(lines.map(({ said }) => said)).toEqual(['saw it and took it', 'asked', 'took it'])
})
test('silent acts of two people keep a line each', () => {
  expect(threadLines([entry('seen'), entry('taken', omar)]).map(({ said }) => said)).toEqual(['saw it', 'took it'])
})
test('an escalation that nobody opens for too long says that no lead may be there, the more severe the sooner', () => {
  const sent = (severity: 'S1' | 'S4', status: 'delivered' | 'seen' = 'delivered') =>
    own({ local: 'sent', record: record({ status, severity, receivedAt: 0 }) })
  expect(unopenedWords(sent('S1'), 2 * 60_000)).toBeNull()
  expect(unopenedWords(sent('S1'), 3 * 60_000)).toContain('no lead is online')
  expect(unopenedWords(sent('S4'), 3 * 60_000)).toBeNull()
  expect(unopenedWords(sent('S1', 'seen'), 3 * 60_000)).toBeNull()
})
