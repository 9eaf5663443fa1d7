import { describe, expect, test } from 'vitest'
import { steadyOrder } from '../../components/inbox/steady-order.ts'

describe('the steady order', () => {
  test('arrivals wait while the pointer holds the list', () => {
    expect(steadyOrder(['b', 'c'], ['a', 'b', 'c'], true, null)).toEqual({ ids: ['b', 'c'], waiting: ['a'] })
  })

  test('a held list keeps rows that no longer fit', () => {
    expect(steadyOrder(['b', 'c'], ['c'], true, null)).toEqual({ ids: ['b', 'c'], waiting: [] })
  })

  test('an empty list lets arrivals in although it is held', () => {
    expect(steadyOrder([], ['a'], true, null)).toEqual({ ids: ['a'], waiting: [] })
  })

  test('a list that nobody points at takes the newest order', () => {
    expect(steadyOrder(['b', 'c'], ['a', 'b', 'c'], false, null)).toEqual({ ids: ['a', 'b', 'c'], waiting: [] })
  })

  test('the row being read stays beside its old neighbour after it was ruled', () => {
    expect(steadyOrder(['a', 'b', 'c'], ['a', 'c'], false, 'b').ids).toEqual(['a', 'b', 'c'])
    expect(steadyOrder(['a', 'b', 'c'], ['b', 'c'], false, 'a').ids).toEqual(['a', 'b', 'c'])
  })

  test('a row that was never in this list is not put into it', () => {
    expect(steadyOrder(['a'], ['a'], false, 'z').ids).toEqual(['a'])
  })
})
