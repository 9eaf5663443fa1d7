import { expect, test } from 'vitest'
import { maskPlace } from '../../lib/domain/mask.ts'
import { myCases, placeOf, recentMs } from '../../lib/domain/my-cases.ts'
import type { WorkedCase } from '../../lib/schema/cases.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import type { DeviceHandover, HandoverStatus } from '../../lib/schema/handover.ts'
import { content, mira, omar } from './fixtures.ts'

const now = 2_000_000_000_000
const placeFor = (key: string) => ({ key, title: key, url: `https://desk.example.com/${key}`, siteName: null })
const worked = (key: string, workedAt: number, isOpen = true): WorkedCase => ({
  ...{ key: `${mira.id} ${key}`, memberId: mira.id, place: placeFor(key), workedAt },
  runs: [{ runId: mira.id, playbookId: 'counterfeit', title: 'Counterfeit', done: 1, skipped: 0, notApplicable: 0, total: 3, isOpen }],
})
const handed = (key: string, status: HandoverStatus, to = mira, from = omar): DeviceHandover => {
  const said = { id: `h-${key}`, to: to.id, case: placeFor(key), note: '', runs: [], progress: [], createdAt: now - 500 }
  const record = { content: said, from, to, status, receivedAt: now - 500, settledAt: status === 'open' ? null : now - 400, word: '' }
  return { id: said.id, from, to, content: said, local: 'sent', sendAfter: 0, problem: null, record }
}
const escalated = (caseKey: string, status: string | null): OwnEscalation =>
  ({
    ...{ id: caseKey, caseKey, memberId: mira.id, hash: '', sendAfter: 0, problem: null },
    content: { ...content, case: { ...content.case, key: caseKey }, createdAt: now - 300 },
    local: status === null ? 'queued' : 'sent',
    record: status === null ? null : { status },
  }) as OwnEscalation
const list = (part: { worked?: WorkedCase[]; escalations?: OwnEscalation[]; handovers?: DeviceHandover[] }) => {
  const { handed, open, closed, more } = myCases({ memberId: mira.id, worked: [], escalations: [], handovers: [], now, ...part })
  const keys = (rows: typeof open) => rows.map(({ place }) => place.key)
  return { handed: keys(handed), open: keys(open), closed: keys(closed), more, rows: [...handed, ...open, ...closed] }
}

test('what was handed to me stands apart, the rest is sorted by when it was worked on, closed ones last', () => {
  const cases = [worked('a', now - 90), worked('b', now - 10), worked('c', now - 5, false)]
  expect(list({ worked: cases, handovers: [handed('d', 'open')] })).toMatchObject({ handed: ['d'], open: ['b', 'a'], closed: ['c'], more: 0 })
})

test.for([
  [null, 'unsent'],
  ['delivered', 'waiting'],
  ['seen', 'waiting'],
  ['taken', 'taken'],
  ['asked', 'asked'],
] as const)('an escalation that is %s keeps its case at work as %s', ([status, said]) => {
  const { open, rows } = list({ escalations: [escalated('a', status)] })
  expect([open, rows[0]?.escalation]).toEqual([['a'], said])
})

test('an escalation that is over does not, and one that waits for me is not hidden by a later one', () => {
  expect(list({ escalations: [escalated('a', 'ruled'), escalated('b', 'withdrawn')] }).rows).toEqual([])
  expect(list({ escalations: [escalated('a', 'delivered'), escalated('a', 'asked')] }).rows[0]?.escalation).toBe('asked')
})

test('what I handed over stays at work until it is settled, then is closed for a week', () => {
  expect(list({ handovers: [handed('a', 'open', omar, mira)] }).open).toEqual(['a'])
  expect(list({ worked: [worked('a', now - 600, false)], handovers: [handed('a', 'taken', omar, mira)] }).closed).toEqual(['a'])
  const later = { memberId: mira.id, worked: [], escalations: [], handovers: [handed('a', 'taken', omar, mira)], now: now + recentMs }
  expect(myCases(later).closed).toEqual([])
})

test('between others, as a lead knows of it, is no case of mine', () => {
  expect(list({ handovers: [handed('a', 'open', omar, { ...omar, id: 'x' })] }).rows).toEqual([])
})

test('no more than three hundred are listed, and how many are left out is said', () => {
  const many = Array.from({ length: 305 }, (_, index) => worked(`k${index}`, now - index))
  expect(list({ worked: many })).toMatchObject({ more: 5, open: expect.objectContaining({ length: 300 }) })
})

test('secrets in title and address are masked before they are kept', () => {
  const seen = { ...content.case, fields: [], title: 'Card 4111 1111 1111 1111', url: 'https://desk.example.com/a?q=4111111111111111' }
  const kept = maskPlace(placeOf(seen, null))
  expect(kept).toMatchObject({ title: 'Card [card ending 1111]', url: expect.not.stringContaining('4111111111111111') })
})
