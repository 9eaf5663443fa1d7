// The rail's inner edge: drag or arrow keys make it wider or narrower.
import type { RailSettings } from '../schema/page.ts'
import { build } from './build.ts'

const narrowest = 300
const widest = 640

export interface Grip {
  element: HTMLElement
  draw: (rail: RailSettings) => void
  key: (event: KeyboardEvent) => boolean
}

/** `drag` follows the hand; `done` comes once, with the width to keep. */
export function createGrip(drag: (width: number) => void, done: (width: number) => void): Grip {
  const element = build('div', { class: 'grip', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': 'Width of Handrail' })
  element.ariaValueMin = `${narrowest}`
  element.ariaValueMax = `${widest}`
  let width = narrowest
  let side: RailSettings['side'] = 'right'
  const put = (next: number) => {
    width = Math.round(Math.min(widest, Math.max(narrowest, next)))
    element.ariaValueNow = `${width}`
    drag(width)
  }

  element.addEventListener('pointerdown', (down) => {
    if (down.button || !down.isTrusted) return
    down.preventDefault()
    const parent = element.parentElement
    const from = width
    const move = (event: PointerEvent) => put(from + (event.clientX - down.clientX) * (side === 'right' ? -1 : 1))
    // The frame would swallow the pointer.
    parent?.classList.add('moving')
    element.setPointerCapture(down.pointerId)
    element.addEventListener('pointermove', move)
    element.addEventListener(
      'lostpointercapture',
      () => {
        element.removeEventListener('pointermove', move)
        parent?.classList.remove('moving')
        if (width !== from) done(width)
      },
      { once: true },
    )
  })

  return {
    element,
    draw(rail) {
      width = rail.width
      side = rail.side
      element.ariaValueNow = `${width}`
    },
    key(event) {
      const outward = side === 'right' ? 'ArrowLeft' : 'ArrowRight'
      const next =
        event.key === 'Home' ? narrowest : event.key === 'End' ? widest : event.key.startsWith('Arrow') ? width + (event.key === outward ? 16 : -16) : null
      if (next === null) return false
      put(next)
      done(width)
      return true
    },
  }
}
