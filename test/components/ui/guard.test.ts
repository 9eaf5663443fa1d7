import { describe, expect, it } from 'vitest'
import { refusalOf, type Sighting, visibleForMs } from '../../../components/ui/guard.ts'

const seen: Sighting = { isTrusted: true, canSee: true, visibleAt: 1000, movedAt: null, isPartly: false, now: 1000 + visibleForMs }

describe('the click guard', () => {
  it('lets a trusted click through after half a second of visibility', () => {
    expect(refusalOf(seen)).toBeNull()
  })

  it.each<[string, Partial<Sighting>]>([
    ['a click made by the page', { isTrusted: false }],
    ['any click where visibility cannot be known', { canSee: false }],
    ['a click on a covered button', { visibleAt: null }],
    ['a click on a button that is half out of view', { visibleAt: null, isPartly: true }],
    ['a click a moment too early', { now: seen.now - 1 }],
    ['a click just after the frame moved', { movedAt: seen.now - 100 }],
  ])('refuses %s', (_, change) => {
    expect(refusalOf({ ...seen, ...change })).toMatch(/Nothing was done/)
  })

  it('forgets a move that is half a second old', () => {
    expect(refusalOf({ ...seen, now: 5000, movedAt: 5000 - visibleForMs })).toBeNull()
  })
})
