// What is drawn on a picture, with a way back, and the pointer that draws: a box or a frame anew, one moved, or one pulled at a corner.
import { type PointerEvent, useRef, useState } from 'react'
import {
  type Area,
  areaBetween,
  type Corner,
  type Drawing,
  isWhole,
  movedBy,
  type Point,
  pulledBy,
  type Size,
  wholeOf,
} from '../../lib/domain/picture-areas.ts'

export type Tool = 'box' | 'crop'
/** A box by its place, or the frame. */
export type Target = number | 'crop'

/** Less than this is a press, not a drag. */
const leastDrag = 4

interface Drag {
  from: Point
  before: Drawing
  target: Target
  /** What the pointer does to it. */
  act: 'draw' | 'move' | Corner
}

export const areaOf = ({ crop, boxes }: Drawing, target: Target): Area | undefined => (target === 'crop' ? crop : boxes[target])

export function withArea({ crop, boxes }: Drawing, target: Target, area: Area): Drawing {
  return target === 'crop' ? { crop: area, boxes } : { crop, boxes: boxes.toSpliced(target, 1, area) }
}

export function useDrawing(size: Size, tool: Tool, onTouched: (target: Target) => void) {
  const [past, setPast] = useState<Drawing[]>([])
  const [drawing, setDrawing] = useState<Drawing>({ crop: wholeOf(size), boxes: [] })
  const drag = useRef<Drag | null>(null)

  /** `joins`: the same press goes on, such as a key that is held. */
  function change(next: Drawing, joins = false) {
    if (!joins) setPast([...past, drawing])
    setDrawing(next)
  }

  function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Point {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height }
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    const { area, corner } = (event.target as HTMLElement).dataset
    const onto = (event.target as HTMLElement).closest<HTMLElement>('[data-area]')?.dataset.area ?? area
    const known: Target | null = onto === undefined ? null : onto === 'crop' ? 'crop' : Number(onto)
    // A frame around everything is not in the way of a new one.
    const isTaken = known !== null && (known !== 'crop' || corner !== undefined || !isWhole(drawing.crop, size))
    const target = isTaken ? known : tool === 'crop' ? 'crop' : drawing.boxes.length
    drag.current = { from: pointOf(event), before: drawing, target, act: isTaken ? ((corner as Corner | undefined) ?? 'move') : 'draw' }
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
    if (isTaken) onTouched(target)
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const held = drag.current
    if (!held) return
    const to = pointOf(event)
    const by = { x: to.x - held.from.x, y: to.y - held.from.y }
    const { before, target, act } = held
    if (act === 'draw') {
      if (Math.hypot(by.x, by.y) >= leastDrag) setDrawing(withArea(before, target, areaBetween(held.from, to, size)))
      return
    }
    const area = areaOf(before, target)
    if (area) setDrawing(withArea(before, target, act === 'move' ? movedBy(area, by, size) : pulledBy(area, act, by, size)))
  }

  function onPointerUp() {
    const held = drag.current
    drag.current = null
    if (!held || held.before === drawing) return
    setPast([...past, held.before])
    onTouched(held.target)
  }

  function onPointerCancel() {
    if (drag.current) setDrawing(drag.current.before)
    drag.current = null
  }

  function undo() {
    const last = past.at(-1)
    if (!last) return
    setDrawing(last)
    setPast(past.slice(0, -1))
  }

  const isChanged = drawing.boxes.length > 0 || !isWhole(drawing.crop, size)
  return { drawing, change, undo, mayUndo: past.length > 0, isChanged, pointer: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } }
}
