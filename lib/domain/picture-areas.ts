// Frames and boxes on a picture, in its own pixels: drawn, moved, resized, never outside of it. What is left of them is decided here, drawn elsewhere.

export interface Size {
  width: number
  height: number
}
export interface Area extends Size {
  x: number
  y: number
}
export interface Point {
  x: number
  y: number
}
/** What stays of a picture, and what is blacked out in it. */
export interface Drawing {
  crop: Area
  boxes: Area[]
}
/** Which corner of an area is pulled. */
export type Corner = 'nw' | 'ne' | 'sw' | 'se'

/** Smaller, nobody could take hold of it. */
export const leastSide = 8

export const wholeOf = ({ width, height }: Size): Area => ({ x: 0, y: 0, width, height })
export const isWhole = (area: Area, { width, height }: Size): boolean => area.width === width && area.height === height

const within = (value: number, least: number, most: number) => Math.round(Math.min(Math.max(value, least), Math.max(least, most)))

/** Whole pixels, inside the picture, no smaller than can be taken hold of. */
function fitted({ x, y, width, height }: Area, size: Size): Area {
  const [wide, high] = [within(width, Math.min(leastSide, size.width), size.width), within(height, Math.min(leastSide, size.height), size.height)]
  return { x: within(x, 0, size.width - wide), y: within(y, 0, size.height - high), width: wide, height: high }
}

/** Out to the edges of the pixels that it touches. */
export function areaBetween(a: Point, b: Point, size: Size): Area {
  const [left, top] = [Math.floor(Math.max(0, Math.min(a.x, b.x))), Math.floor(Math.max(0, Math.min(a.y, b.y)))]
  const [right, bottom] = [Math.ceil(Math.min(size.width, Math.max(a.x, b.x))), Math.ceil(Math.min(size.height, Math.max(a.y, b.y)))]
  return fitted({ x: left, y: top, width: right - left, height: bottom - top }, size)
}

export function movedBy(area: Area, by: Point, size: Size): Area {
  return fitted({ ...area, x: area.x + by.x, y: area.y + by.y }, size)
}

/** The corner across from it stays where it is. */
export function pulledBy(area: Area, corner: Corner, by: Point, size: Size): Area {
  const [right, bottom] = [area.x + area.width, area.y + area.height]
  const x = corner.endsWith('w') ? within(area.x + by.x, 0, right - leastSide) : area.x
  const y = corner.startsWith('n') ? within(area.y + by.y, 0, bottom - leastSide) : area.y
  const toX = corner.endsWith('e') ? within(right + by.x, area.x + leastSide, size.width) : right
  const toY = corner.startsWith('s') ? within(bottom + by.y, area.y + leastSide, size.height) : bottom
  return fitted({ x, y, width: toX - x, height: toY - y }, size)
}

const steps: Record<string, Point> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } }

/** What an arrow key makes of an area: two pixels, and more while it is held; with Shift the size. Null for another key. */
export function steppedBy(area: Area, { key, shiftKey, repeat }: { key: string; shiftKey: boolean; repeat: boolean }, size: Size): Area | null {
  const step = steps[key]
  if (!step) return null
  const by = { x: step.x * (repeat ? 12 : 2), y: step.y * (repeat ? 12 : 2) }
  return shiftKey ? pulledBy(area, 'se', by, size) : movedBy(area, by, size)
}

/** What of the boxes falls into the frame, counted from its corner. */
export function boxesInside({ crop, boxes }: Drawing): Area[] {
  return boxes.flatMap((box) => {
    const [x, y] = [Math.max(box.x, crop.x), Math.max(box.y, crop.y)]
    const width = Math.min(box.x + box.width, crop.x + crop.width) - x
    const height = Math.min(box.y + box.height, crop.y + crop.height) - y
    return width > 0 && height > 0 ? [{ x: x - crop.x, y: y - crop.y, width, height }] : []
  })
}
