import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missedSearch } from '../../lib/domain/missed-search.ts'

describe('a search that found nothing', () => {
  test.each([
    ['  Customs   Form ', 'customs form'],
    ['dsa art. 16', 'dsa art. 16'],
    ['Zollerklärung', 'zollerklärung'],
    ['ab', null],
    ['...', null],
    ['1042', null],
    ['dana@mail.example', null],
    ['https://desk.example.com/1', null],
    ['order 10423', null],
    ['call 030 123 45', null],
    ['password is hunter22', 'password is [removed]'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%j is told as %j', (typed, told) => expect(missedSearch(typed)).toBe(told))
  test('never tells a number of five digits, an address, or more than 80 signs', () => {
    const piece = fc.oneof(fc.string(), fc.stringMatching(/^\d{3,8}$/), fc.constantFrom('refund ', '@', '://', ' '))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const told = missedSearch(pieces.join(''))
        if (told !== null) expect([told.length <= 80, /@|:\/\/|\d{5}/.test(told)]).toEqual([true, false])
      }),
    )
  })
})
