// One page script per page: a second injection finds the first alive and leaves; after an update the new one sends the old one away.
import type { Page } from './page.ts'
import { isAttached } from './wire.ts'

const mark = Symbol.for('handrail')
const leave = 'handrail-leave'

interface World {
  [mark]?: () => boolean
}

/** The event carries nothing. A page that sends it loses our launcher and gains nothing else. */
export function startOnce(start: () => Page): void {
  const world = globalThis as World
  if (world[mark]?.()) return
  document.dispatchEvent(new CustomEvent(leave))
  const page = start()
  world[mark] = () => page.isRunning() && isAttached()
  document.addEventListener(leave, page.stop, { once: true })
}
