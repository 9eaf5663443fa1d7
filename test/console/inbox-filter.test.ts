import { describe, expect, test } from 'vitest'
import { everythingOpen, filterInbox, needsPerson } from '../../components/inbox/inbox-filter.ts'
import { fixtureInbox, lead, otherLead } from './desk-fixture.ts'

const rows = fixtureInbox()
const numbers = (filter: Partial<typeof everythingOpen>, memberId = lead.id) =>
  filterInbox(rows, { ...everythingOpen, ...filter }, memberId).map(({ number }) => number)

describe('the inbox filter', () => {
  test('open leaves out what is ruled or withdrawn, worst first, then longest waiting', () => {
    expect(numbers({})).toEqual([6, 1, 3, 2, 8, 4])
  })

  test('mine holds only what this lead has taken', () => {
    expect(numbers({ view: 'mine' })).toEqual([4])
    expect(numbers({ view: 'mine' }, otherLead.id)).toEqual([3])
  })

  test('ruled holds rulings only, all holds everything', () => {
    expect(numbers({ view: 'ruled' })).toEqual([5])
    expect(numbers({ view: 'all' })).toHaveLength(8)
  })

  test.each([
    ['#3', [3]],
    ['handbag mira', [2]],
    ['LM-482006', [6]],
    ['ines', [3]],
    ['brand-protection', [2, 8]],
    ['nothing like this', []],
  ])('the words "%s" find %j', (query, found) => {
    expect(numbers({ query })).toEqual(found)
  })

  test('a severity narrows every view', () => {
    expect(numbers({ severity: 'S1' })).toEqual([6, 1])
  })

  test('an answer makes a taken escalation wait for a person again', () => {
    const waiting = rows.filter(needsPerson).map(({ number }) => number)
    expect(waiting).toEqual([1, 2, 4, 6, 8])
  })
})
