import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteVisit, type Visit } from '../../lib/domain/profile-health.ts'
import type { HealthNews, PageHealth } from '../../lib/schema/site-health.ts'

const visit = (caseKey: string, read: string[], at = 0, version = 1): Visit => ({
  siteId: 'desk',
  version,
  page: 'Ticket',
  caseKey,
  names: ['id', 'case.category', 'case.order'],
  read,
  at,
})

/** Works through cases, each given by the fields that it has; answers what was said, with the number of the case at which it was. */
function work(cases: string[][], start: PageHealth | null = null) {
  let health = start
  const said: (HealthNews & { atCase: number })[] = []
  for (const [index, read] of cases.entries()) {
    const { health: next, news } = noteVisit(health, visit(`desk:${index}`, ['id', ...read], index * 60_000))
    health = next
    said.push(...news.map((one) => ({ ...one, atCase: index })))
  }
  return { health: health!, said }
}
const times = (count: number, read: string[]) => Array.from({ length: count }, () => read)
const both = ['case.category', 'case.order']

describe('a field', () => {
  test('that every case had is broken after a few without it, since the first of them', () => {
    const { said } = work([...times(30, both), ...times(4, ['case.order'])])
    expect(said).toEqual([{ atCase: 32, version: 1, page: 'Ticket', field: 'case.category', state: 'broken', since: 30 * 60_000, cases: 2 }])
  })
  test('that every second case had is not broken by a run of bad luck, but is by a long one', () => {
    const usual = Array.from({ length: 40 }, (_, index) => (index % 2 ? both : ['case.category']))
    expect(work([...usual, ...times(6, ['case.category'])]).said).toEqual([])
    expect(work([...usual, ...times(14, ['case.category'])]).said).toMatchObject([{ field: 'case.order', state: 'broken' }])
  })
  test('that was never there is never broken', () => expect(work(times(100, ['case.category'])).said).toEqual([]))
  test('is not judged before it was read on a few cases', () => expect(work([...times(4, both), ...times(50, [])]).said).toEqual([]))
  test('is told once, and once more when it is back', () => {
    const { said, health } = work([...times(20, both), ...times(30, ['case.order']), ...times(3, both)])
    expect(said.map(({ field, state }) => `${field} ${state}`)).toEqual(['case.category broken', 'case.category healed'])
    expect(health.fields['case.category']).toMatchObject({ missed: 0, streak: 0, isReported: false })
  })
})

test('a case that is read again while it loads counts once, with all that it came to show', () => {
  const { health } = work(times(20, both))
  let state = health
  for (let index = 0; index < 10; index++) {
    for (const read of [[], ['id'], ['id', ...both]]) state = noteVisit(state, visit(`desk:slow-${index}`, read)).health
  }
  expect(state.fields['case.category']).toMatchObject({ read: 29, missed: 0, streak: 0 })
})

test('a new version of the profile is judged anew', () => {
  const { health } = work([...times(20, both), ...times(2, [])])
  const { health: next, news } = noteVisit(health, visit('desk:x', [], 0, 2))
  expect([next.version, news, next.fields['case.category']?.read]).toEqual([2, [], 0])
})

test('whatever is read, broken and healed take turns, and the counts stay small', () => {
  const fields = fc.subarray(both)
  fc.assert(
    fc.property(fc.array(fields, { minLength: 1, maxLength: 400 }), (cases) => {
      const { said, health } = work(cases)
      for (const name of both) {
        const states = said.filter(({ field }) => field === name).map(({ state }) => state)
        expect(states.every((state, index) => state === (index % 2 ? 'healed' : 'broken'))).toBe(true)
        expect((health.fields[name]?.read ?? 0) + (health.fields[name]?.missed ?? 0)).toBeLessThanOrEqual(600)
      }
    }),
    { numRuns: 200 },
  )
})
