import { describe, expect, test } from 'vitest'
import { handAway, handBack, receiveHandover, refuseGone, refuseHandover, runsToHand, settleHandover, takeOver } from '../../lib/domain/handover.ts'
import type { HandoverContent } from '../../lib/schema/handover.ts'
import type { Run } from '../../lib/schema/run.ts'
import { lea, mira, omar } from './fixtures.ts'
import { done, first, move, rewritten, worked } from './moved-runs.ts'

const run = worked(first, done('compare-the-photos'), { stepId: 'order-value', state: 'skipped', reason: 'Not shown' })
const content = (change: Partial<HandoverContent> = {}): HandoverContent => ({
  id: '01890000-0000-7000-8000-0000000000aa',
  to: omar.id,
  case: { key: run.caseKey, title: 'Counterfeit handbag', url: 'https://desk.example.com/tickets/1', siteName: 'Demo desk' },
  note: 'Waits for the buyer',
  runs: [run],
  progress: [],
  createdAt: 1,
  ...change,
})
const record = receiveHandover(content(), mira, omar, 5)
const passage = { handoverId: record.content.id, member: omar, at: 50 }

describe('what goes along', () => {
  test('every open run of the sender, the last worked on first, and none that was closed meanwhile', () => {
    const runs: Run[] = [
      { ...run, id: 'a', updatedAt: 1 },
      { ...run, id: 'b', updatedAt: 3 },
      { ...run, id: 'c', closedAt: 9 },
      { ...run, id: 'd', memberId: omar.id },
      { ...run, id: 'e', memberId: null, updatedAt: 2 },
    ]
    expect(runsToHand(runs, mira.id).map(({ id, memberId }) => [id, memberId])).toEqual([
      ['b', mira.id],
      ['e', mira.id],
      ['a', mira.id],
    ])
  })
  test('what takes a move back stays on the device', () => {
    const moved = move(run, first, rewritten('Compare the photos', 'Compare all photos'))
    expect(moved.move?.before).toBeDefined()
    expect(runsToHand([moved], mira.id)[0]?.move?.before).toBeUndefined()
  })
})

describe('who is refused', () => {
  test.for([
    ['handing to oneself', content(), mira, 'invalid'],
    ['somebody who is not in the team', content(), null, 'conflict'],
    ["a colleague's run", content({ runs: [{ ...run, memberId: lea.id }] }), omar, 'invalid'],
    ['a run that was closed', content({ runs: [{ ...run, closedAt: 4 }] }), omar, 'invalid'],
    ['a run of another case', content({ runs: [{ ...run, caseKey: 'demo-desk:2' }] }), omar, 'invalid'],
    ['more runs than the hub takes', content({ runs: Array.from({ length: 11 }, () => run) }), omar, 'invalid'],
    [
      'more than the hub takes',
      content({ runs: [{ ...run, steps: [{ stepId: 'a', state: 'open', evidence: 'x'.repeat(700_000), at: 1 }] }] }),
      omar,
      'invalid',
    ],
  ] as const)('%s', ([, said, to, code]) => {
    expect(() => refuseHandover(said, mira, to)).toThrow(expect.objectContaining({ code }))
  })
  test('a case without a run may be handed over', () => {
    expect(() => refuseHandover(content({ runs: [] }), mira, omar)).not.toThrow()
  })
})

describe('settling', () => {
  const take = { kind: 'take', by: omar, at: 9 } as const
  const giveBack = { kind: 'return', by: omar, at: 9, word: 'I am off at six' } as const
  const recall = { ...giveBack, by: mira, word: '' }

  test('the colleague takes it or returns it with a word; the sender may take it back', () => {
    expect(settleHandover(record, take)).toEqual({ ...record, status: 'taken', settledAt: 9 })
    expect(settleHandover(record, giveBack)).toEqual({ ...record, status: 'returned', settledAt: 9, word: 'I am off at six' })
    expect(settleHandover(record, recall)).toMatchObject({ status: 'recalled', word: '' })
  })
  test('a second device of the colleague hears the same and changes nothing', () => {
    const taken = settleHandover(record, take)
    expect(settleHandover(taken, { ...take, at: 20 })).toBe(taken)
  })
  test('who comes second is told who was first', () => {
    expect(() => settleHandover(settleHandover(record, recall), take)).toThrow('Mira has taken this case back. Nothing was changed.')
    expect(() => settleHandover(settleHandover(record, take), recall)).toThrow('Omar has taken this case already. Nothing was changed.')
    expect(() => settleHandover(settleHandover(record, giveBack), take)).toThrow('Omar has returned this case already.')
  })
  test('nobody else settles it, and the sender does not take it', () => {
    for (const other of [
      { ...take, by: lea },
      { ...giveBack, by: lea },
      { ...take, by: mira },
    ]) {
      expect(() => settleHandover(record, other)).toThrow(expect.objectContaining({ code: 'forbidden' }))
    }
  })
})

describe('whose the runs are', () => {
  test("the sender's copy is closed without an outcome, says who has it, and comes back as it was", () => {
    const away = handAway(run, passage)
    expect(away).toMatchObject({ closedAt: 50, outcome: null, wentTo: { member: omar }, steps: run.steps })
    expect(() => refuseGone(away)).toThrow('You handed this run to Omar.')
    expect(handBack(away)).toEqual(run)
    expect(() => refuseGone(run)).not.toThrow()
  })
  test("the colleague's has the same answers on the same version, is open and says whom it came from", () => {
    const theirs = takeOver(run, 'new', omar.id, { ...passage, member: mira })
    expect(theirs).toEqual({ ...run, id: 'new', memberId: omar.id, updatedAt: 50, cameFrom: { ...passage, member: mira } })
  })
})
