import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Area,
  areaBetween,
  boxesInside,
  type Corner,
  leastSide,
  movedBy,
  pulledBy,
  type Size,
  steppedBy,
  wholeOf,
} from '../../lib/domain/picture-areas.ts'

const size: Size = { width: 1600, height: 900 }
const box: Area = { x: 100, y: 50, width: 200, height: 40 }
const number = fc.double({ min: -3000, max: 3000, noNaN: true })
const point = fc.record({ x: number, y: number })
const corners = fc.constantFrom<Corner>('nw', 'ne', 'sw', 'se')
const area = fc.tuple(point, point).map(([a, b]) => areaBetween(a, b, size))
const isInside = ({ x, y, width, height }: Area) =>
  [x, y, width, height].every(Number.isInteger) &&
  x >= 0 &&
  y >= 0 &&
  width >= leastSide &&
  height >= leastSide &&
  x + width <= size.width &&
  y + height <= size.height

describe('an area on a picture', () => {
  test('covers every pixel that was dragged over, in whichever direction', () => {
    expect(areaBetween({ x: 300.4, y: 90 }, { x: 100.6, y: 50.2 }, size)).toEqual({ x: 100, y: 50, width: 201, height: 40 })
  })
  test('stays inside, in whole pixels, whatever is done with it', () => {
    fc.assert(
      fc.property(area, point, corners, (one, by, corner) => {
        expect([one, movedBy(one, by, size), pulledBy(one, corner, by, size)].filter((each) => !isInside(each))).toEqual([])
      }),
    )
  })
  test('keeps its size when it is moved, and the corner across when it is pulled', () => {
    fc.assert(
      fc.property(area, point, (one, by) => {
        expect(movedBy(one, by, size)).toMatchObject({ width: one.width, height: one.height })
        expect(pulledBy(one, 'se', by, size)).toMatchObject({ x: one.x, y: one.y })
        const pulled = pulledBy(one, 'nw', by, size)
        expect([pulled.x + pulled.width, pulled.y + pulled.height]).toEqual([one.x + one.width, one.y + one.height])
      }),
    )
  })
  test.each([
    ['ArrowRight', false, false, { ...box, x: 102 }],
    ['ArrowUp', false, true, { ...box, y: 38 }],
    ['ArrowRight', true, false, { ...box, width: 202 }],
    ['ArrowUp', true, true, { ...box, height: 28 }],
    ['a', false, false, null],
  ])('%s (Shift: %s, held: %s)', (key, shiftKey, repeat, after) => expect(steppedBy(box, { key, shiftKey, repeat }, size)).toEqual(after))
})

describe('what falls into the frame', () => {
  test.each([
    ['nothing is cut off', wholeOf(size), [box]],
    ['the corner is the frame’s', { x: 90, y: 40, width: 900, height: 500 }, [{ x: 10, y: 10, width: 200, height: 40 }]],
    ['a box over the edge is cut', { x: 200, y: 60, width: 900, height: 500 }, [{ x: 0, y: 0, width: 100, height: 30 }]],
    ['a box outside is gone', { x: 400, y: 400, width: 100, height: 100 }, []],
  ])('%s', (_, crop, boxes) => expect(boxesInside({ crop, boxes: [box] })).toEqual(boxes))
})
