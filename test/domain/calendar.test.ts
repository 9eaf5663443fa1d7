import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayIn, daysOn, dayWords, isBusinessDay, type Unit } from '../../lib/domain/calendar.ts'

const day = (text: string) => Date.parse(`${text}T00:00:00Z`)

describe('days', () => {
  test.each<[from: string, amount: number, unit: Unit, to: string]>([
    ['2026-11-26', 3, 'day', '2026-11-29'],
    ['2026-11-26', -1, 'week', '2026-11-19'],
    ['2026-11-26', 1, 'business day', '2026-11-27'],
    ['2026-11-26', 3, 'business day', '2026-12-01'],
    ['2026-11-28', 1, 'business day', '2026-11-30'],
    ['2026-11-29', -1, 'business day', '2026-11-27'],
    ['2026-01-31', 1, 'month', '2026-02-28'],
    ['2026-03-31', -1, 'month', '2026-02-28'],
    ['2026-11-30', 3, 'month', '2027-02-28'],
    ['2024-02-29', 1, 'year', '2025-02-28'],
  ])('%s and %i %s is %s', (from, amount, unit, to) => expect(dayWords(daysOn(day(from), amount, unit), 'iso', 'en')).toBe(to))
  test.each([
    ['Asia/Tokyo', '2026-11-27'],
    ['America/Los_Angeles', '2026-11-26'],
    ['UTC', '2026-11-26'],
  ])('in %s it is %s', (zone, wanted) => expect(dayWords(dayIn(Date.parse('2026-11-26T20:00:00Z'), zone), 'iso', 'en')).toBe(wanted))
  test('are said in the words of the language', () => {
    const at = day('2026-12-03')
    expect([dayWords(at, 'long', 'en-GB'), dayWords(at, 'day', 'de'), dayWords(at, 'short', 'en-US')]).toEqual(['3 December 2026', 'Donnerstag', 'Dec 3, 2026'])
    expect(dayWords(at, 'weekday', 'en-GB')).toMatch(/^Thursday,? 3 December 2026$/)
  })
  test('a business day is never on a weekend, and so many on and back again is a business day between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 200 }), (from, amount) => {
        const start = from * 86_400_000
        const there = daysOn(start, amount, 'business day')
        expect(isBusinessDay(there)).toBe(true)
        if (isBusinessDay(start)) expect(daysOn(there, -amount, 'business day')).toBe(start)
        expect(there - start).toBeGreaterThanOrEqual(amount * 86_400_000)
      }),
    )
  })
})
