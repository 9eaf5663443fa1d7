import { expect, test } from 'vitest'
import { nextRow, wakeAt } from '../../lib/db/due.ts'
import type { OutboxRow } from '../../lib/schema/outbox.ts'
import { contentOf, id, jonas, mira, start } from './sample.ts'

function row(order: number, change: Partial<OutboxRow> = {}): OutboxRow {
  const base = { params: {}, memberId: mira.id, createdAt: start, sendAfter: start, attempts: 0, nextAttemptAt: 0, problem: null } as const
  return { ...base, id: id(order), order, route: 'escalate', body: contentOf(order), state: 'waiting', ...change }
}
const amendment = (order: number, of: number, change: Partial<OutboxRow> = {}) => row(order, { route: 'amend', params: { id: id(of) }, body: {}, ...change })
const picture = (order: number, of: number, change: Partial<OutboxRow> = {}) =>
  row(order, { route: 'image', body: { of: id(of), hash: 'a'.repeat(64) }, ...change })
const turn = { memberId: mira.id, now: start, pausedUntil: 0 }
const critical = { body: contentOf(0, { severity: 'S1' }) }

test.each<[string, OutboxRow[], number | null]>([
  ['nothing when there is nothing', [], null],
  ['the oldest', [row(2), row(1), row(3)], 1],
  ['a critical escalation before older ones', [row(1), row(2, critical), row(3, critical)], 2],
  ['nothing of another member', [row(1, { memberId: jonas.id }), row(2, { memberId: null })], null],
  [
    'what a colleague of this device leaves waiting on the same site does not hold up',
    [row(1, { route: 'siteHealth', params: { id: 'desk' }, memberId: jonas.id }), row(2, { route: 'siteHealth', params: { id: 'desk' } })],
    2,
  ],
  ['a picture of a run whose earlier closing was refused', [row(1, { route: 'run', body: { id: id(9) }, state: 'refused' }), picture(2, 9)], 2],
  ['nothing that is held', [row(1, { sendAfter: start + 1 })], null],
  ['what is due, past one that waits for its next attempt', [row(1, { attempts: 1, nextAttemptAt: start + 1 }), row(2)], 2],
  ['nothing that was refused', [row(1, { state: 'refused' })], null],
  ['no amendment before its escalation', [row(1, { nextAttemptAt: start + 9 }), amendment(2, 1)], null],
  ['no amendment of a refused escalation', [row(1, { state: 'refused' }), amendment(2, 1)], null],
  ['no second amendment before the first', [amendment(1, 7, { nextAttemptAt: start + 9 }), amendment(2, 7)], null],
  [
    'no later close of a run before the first',
    [row(1, { route: 'run', body: { id: id(7) }, nextAttemptAt: start + 9 }), row(2, { route: 'run', body: { id: id(7) } })],
    null,
  ],
  ['no picture before what names it', [picture(1, 2), row(2, { nextAttemptAt: start + 9 })], null],
  ['no picture of a refused escalation', [row(1, { state: 'refused' }), picture(2, 1)], null],
  ['no picture before its run', [row(1, { route: 'run', body: { id: id(7) }, nextAttemptAt: start + 9 }), picture(2, 7)], null],
  ['a picture once what names it is there', [picture(1, 7)], 1],
  ['everything else before a picture', [picture(1, 7), amendment(2, 7)], 2],
  ['an amendment past a picture that waits', [picture(1, 7, { nextAttemptAt: start + 9 }), amendment(2, 7)], 2],
  ['an amendment past a refused one', [amendment(1, 7, { state: 'refused' }), amendment(2, 7)], 2],
])('next is %s', (_, rows, order) => {
  expect(nextRow(rows, turn)?.order ?? null).toBe(order)
})

test('while the hub is left alone only a command that was never tried goes out', () => {
  const paused = { ...turn, pausedUntil: start + 1000 }
  expect(nextRow([row(1, { attempts: 1 })], paused)).toBeNull()
  expect(nextRow([row(1, { attempts: 1 }), row(2)], paused)?.order).toBe(2)
})

test.each<[string, OutboxRow[], number, number | null]>([
  ['never when nothing waits', [row(1, { state: 'refused' }), row(2, { memberId: jonas.id })], 0, null],
  ['when the undo seconds end, whoever is signed in', [row(1, { memberId: null, sendAfter: start + 5000 })], 0, start + 5000],
  ['at the next attempt', [row(1, { nextAttemptAt: start + 900 }), row(2, { nextAttemptAt: start + 700 })], 0, start + 700],
  ['not before the hub is asked again', [row(1, { nextAttemptAt: start + 1 }), row(2)], start + 5000, start + 5000],
  ['for nothing that waits behind another', [row(1, { nextAttemptAt: start + 900 }), amendment(2, 1)], 0, start + 900],
])('the sender wakes %s', (_, rows, pausedUntil, at) => {
  expect(wakeAt(rows, { ...turn, pausedUntil })).toBe(at)
})

test('a clock that was set back holds nothing up', () => {
  const dayMs = 86_400_000
  const rows = [row(1, { sendAfter: start + dayMs }), row(2, { attempts: 1, nextAttemptAt: start + dayMs })]
  const paused = { ...turn, pausedUntil: start + dayMs }
  expect(nextRow(rows, paused)?.order).toBe(1)
  expect(nextRow(rows.slice(1), paused)?.order).toBe(2)
  expect(wakeAt(rows, paused)).toBe(start)
})
