import { describe, expect, test } from 'vitest'
import { withEscalations } from '../../lib/domain/handed-escalations.ts'
import { receiveHandover } from '../../lib/domain/handover.ts'
import type { Escalation, ThreadEntry } from '../../lib/schema/escalation.ts'
import type { Handover } from '../../lib/schema/handover.ts'
import type { MemberRef } from '../../lib/schema/member.ts'
import { content } from '../hub/contents.ts'
import { lea, mira, omar } from './fixtures.ts'

const ben = { id: '00000000-0000-7000-8000-0000000000be', name: 'Ben' }
const key = content().case.key
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const handed = (from: MemberRef, to: MemberRef, at: number, change: Partial<Handover> = {}): Handover => {
  const place = { key, title: '', url: '', siteName: null }
  return { ...receiveHandover({ id: uuid(at), to: to.id, case: place, note: '', runs: [], progress: [], createdAt: at }, from, to, at), ...change }
}
const said = (kind: ThreadEntry['kind'], by: MemberRef, at: number, text: string): ThreadEntry => ({ id: uuid(at), kind, by, at, text, severity: null })
const escalated = (number: number, by: MemberRef, change: Partial<Escalation> = {}): Escalation => ({
  ...{ content: content({ id: uuid(number) }), number, by, status: 'delivered', severity: 'S3', revision: 1, takenBy: null, seenBy: null },
  ...{ receivedAt: number, seenAt: null, ruling: null, thread: [], ...change },
})
const numbers = (handover: Handover) => handover.escalations?.map(({ number }) => number)

describe('what whoever takes a case over reads of its escalations', () => {
  test('the note, the last question with its answer, and the ruling, masked; no evidence', () => {
    const card = 'card 4111 1111 1111 1111'
    const ruling = { outcome: 'Remove listing', rationale: `Seen on the ${card}`, by: lea, at: 9 }
    const thread = [said('question', lea, 4, 'Which?'), said('answer', mira, 5, 'That'), said('question', lea, 6, 'Sure?'), said('answer', mira, 7, card)]
    const one = escalated(1, mira, { content: content({ id: uuid(1), note: card }), status: 'ruled', takenBy: lea, ruling, thread })
    const masked = 'card [card ending 1111]'
    expect(withEscalations(handed(mira, omar, 20), [one], []).escalations).toEqual([
      {
        ...{ id: uuid(1), number: 1, caseKey: key, by: mira, severity: 'S3', status: 'ruled', takenBy: lea, receivedAt: 1, note: masked },
        ruling: { ...ruling, rationale: `Seen on the ${masked}` },
        question: thread[2],
        answer: { ...thread[3], text: masked },
      },
    ])
  })

  test('an answer to an earlier question is not shown as one to the last', () => {
    const thread = [said('question', lea, 4, 'Which?'), said('answer', mira, 5, 'That'), said('question', lea, 6, 'Sure?')]
    const told = withEscalations(handed(mira, omar, 20), [escalated(1, mira, { thread, status: 'asked' })], []).escalations?.[0]
    expect([told?.question?.text, told?.answer]).toEqual(['Sure?', null])
  })

  test('what is too long is cut, and says so', () => {
    const one = escalated(1, mira, { content: content({ note: 'x'.repeat(9_000) }) })
    const note = withEscalations(handed(mira, omar, 20), [one], []).escalations?.[0]?.note ?? ''
    expect([note.length, note.at(-1)]).toEqual([4_000, '…'])
  })

  const all = [escalated(1, mira), escalated(2, ben), escalated(3, omar), escalated(30, mira), escalated(4, mira, { status: 'withdrawn' })]
  const elsewhere = escalated(5, mira, { content: content({ case: { ...content().case, key: 'demo-desk:2' } }) })
  const passage = (from: MemberRef, to: MemberRef, at: number, caseKey = key) => ({ fromId: from.id, toId: to.id, caseKey, at })
  test.for<[string, Handover, ReturnType<typeof passage>[], number[] | undefined]>([
    ['of the sender, and none of a third', handed(mira, omar, 20), [], [30, 1]],
    ['of the sender, until it was taken', handed(mira, omar, 20, { status: 'taken', settledAt: 25 }), [], [1]],
    ['also of whom the sender had it from, until then', handed(ben, omar, 20), [passage(mira, ben, 10)], [2, 1]],
    ['back along the whole way', handed(ben, lea, 20), [passage(mira, omar, 5), passage(omar, ben, 10)], [3, 2, 1]],
    ['not of whom the sender got it from later', handed(ben, omar, 20), [passage(mira, ben, 22)], [2]],
    ['not along the way of another case', handed(ben, omar, 20), [passage(mira, ben, 10, 'demo-desk:2')], [2]],
    ['none when it was returned', handed(mira, omar, 20, { status: 'returned', settledAt: 25 }), [], undefined],
    ['none when it was taken back', handed(mira, omar, 20, { status: 'recalled', settledAt: 25 }), [], undefined],
    ['none where there is none', handed(lea, omar, 20), [], undefined],
  ])('%s', ([, handover, passages, expected]) => {
    expect(numbers(withEscalations(handover, [...all, elsewhere], passages))).toEqual(expected)
  })

  test('the newest five', () => {
    const many = Array.from({ length: 9 }, (_, index) => escalated(index + 1, mira))
    expect(numbers(withEscalations(handed(mira, omar, 20), many, []))).toEqual([9, 8, 7, 6, 5])
  })
})
