// The small tab at the page's edge: opens and closes the rail, moves up and down, and leads to the menu.
import type { PagePlan } from '../schema/page.ts'
import { build, pressable } from './build.ts'

export interface Launcher {
  element: HTMLElement
  /** Where it sits and what it says; `openWidth` is 0 while the rail is closed. */
  draw: (plan: PagePlan, openWidth: number) => void
  /** Arrow keys on the launcher move it. True when the key was used. */
  key: (event: KeyboardEvent) => boolean
}

export interface LauncherEvents {
  /** The hand or the focus is on it: it will probably be used. */
  near: () => void
  toggle: () => void
  menu: () => void
  moved: (offset: number) => void
}

const svg = 'http://www.w3.org/2000/svg'

function mark() {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', 'M2 4h12M2 12h12M5 4v8M11 4v8')
  icon.append(path)
  return icon
}

const inRange = (offset: number) => Math.round(Math.min(92, Math.max(2, offset)))

export function createLauncher({ near, toggle, menu, moved }: LauncherEvents): Launcher {
  let isDragged = false
  let offset = 50
  const count = build('span', {})
  const element = pressable({}, () => !isDragged && toggle(), mark(), count)
  const place = (next: number) => {
    offset = inRange(next)
    element.style.bottom = `${offset}%`
  }

  element.addEventListener('pointerenter', near)
  element.addEventListener('focus', near)
  // Keeps the selection and the caret of the page where they are.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    if (event.isTrusted) menu()
  })
  element.addEventListener('pointerdown', (down) => {
    isDragged = false
    if (down.button || !down.isTrusted) return
    element.setPointerCapture(down.pointerId)
    const from = offset
    const drag = (event: PointerEvent) => {
      if (Math.abs(event.clientY - down.clientY) > 4) isDragged = true
      if (isDragged) place(from + ((down.clientY - event.clientY) / innerHeight) * 100)
    }
    element.addEventListener('pointermove', drag)
    element.addEventListener(
      'lostpointercapture',
      () => {
        element.removeEventListener('pointermove', drag)
        if (offset !== from) moved(offset)
      },
      { once: true },
    )
  })

  return {
    element,
    draw({ rail, label, matches }, openWidth) {
      element.className = `tab ${rail.side}`
      element.style.left = element.style.right = 'auto'
      element.style[rail.side] = '0'
      // Moved and not placed: what is placed anew counts as a shift of the page's own layout.
      element.style.translate = `calc(${rail.side === 'left' ? 1 : -1} * min(${openWidth}px, 100vw - 40px)) 50%`
      place(rail.offset)
      count.textContent = matches ? `${Math.min(matches, 99)}` : ''
      element.title = element.ariaLabel = matches ? `${label}, ${matches} ${matches === 1 ? 'playbook' : 'playbooks'}` : label
      element.ariaExpanded = `${openWidth > 0}`
    },
    key(event) {
      const step = { ArrowUp: 4, ArrowDown: -4 }[event.key]
      if (!step) return false
      place(offset + step)
      moved(offset)
      return true
    },
  }
}
