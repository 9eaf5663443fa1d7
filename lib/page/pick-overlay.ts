// What lies over the page while somebody points: a frame of its own takes every click and key, so that the page hears none of them; a box shows
// what is pointed at, a line says what to do. Leaves nothing behind.
import { dress } from './dress.ts'

const style = `
:host{all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;margin:0!important;border:0!important;padding:0!important;overflow:visible!important;background:none!important;display:block!important;opacity:1!important;visibility:visible!important;z-index:2147483647!important;color-scheme:light dark!important;font:13px/1.4 system-ui,sans-serif!important}
iframe{position:fixed;inset:0;width:100vw;height:100vh;border:0;background:none;color-scheme:light}
.box{position:fixed;box-sizing:border-box;border:2px solid light-dark(#0b665e,#5cc4b5);outline:1px solid light-dark(#fff,#06211d);background:rgb(11 102 94/.12);pointer-events:none}
.line{position:fixed;top:12px;left:50%;translate:-50%;max-width:calc(100vw - 48px);box-sizing:border-box;padding:6px 12px;border:1px solid light-dark(#8a9794,#6b7b7a);border-radius:6px;background:light-dark(#fff,#1e2526);color:light-dark(#17211f,#e3e9e8);pointer-events:none}
.line.low{top:auto;bottom:12px}
[hidden]{display:none!important}
`

const lingerMs = 400

const swallowed = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'auxclick', 'dblclick', 'contextmenu', 'keypress', 'dragstart'] as const

export interface OverlayEvents {
  over: (x: number, y: number) => void
  take: () => void
  key: (key: string) => void
}

export interface Overlay {
  /** Null where nothing is pointed at. */
  frame: (element: Element | null) => void
  /** The elements under a place of the window, without our own. */
  under: (x: number, y: number) => Element | null
  remove: () => void
}

/** Null where the page lets no frame in it be reached, as in a sandbox. */
export function openOverlay(words: string, { over, take, key }: OverlayEvents): Overlay | null {
  const host = document.createElement('handrail-picker')
  const root = host.attachShadow({ mode: 'closed' })
  dress(root, style)
  host.popover = 'manual'
  const pane = document.createElement('iframe')
  pane.title = words
  const box = Object.assign(document.createElement('div'), { className: 'box', hidden: true })
  const line = Object.assign(document.createElement('div'), { className: 'line', textContent: words })
  line.setAttribute('role', 'status')
  root.append(pane, box, line)
  const off = new AbortController()
  let pointed: Element | null = null

  /** The second click of two, and the release of a key, are no more the page's than the first. */
  function remove() {
    off.abort()
    box.hidden = line.hidden = true
    setTimeout(() => host.remove(), lingerMs)
  }

  function draw() {
    box.hidden = !pointed
    if (!pointed) return
    const { left, top, width, height } = pointed.getBoundingClientRect()
    Object.assign(box.style, { left: `${left - 3}px`, top: `${top - 3}px`, width: `${width + 6}px`, height: `${height + 6}px` })
  }

  /** Where the page scrolls on its own, beneath the pointer; its wheel never reaches it. */
  function scroll(event: WheelEvent) {
    const scale = event.deltaMode === 1 ? 18 : 1
    for (let element = under(event.clientX, event.clientY); element; element = element.parentElement) {
      const { scrollTop } = element
      element.scrollBy(event.deltaX * scale, event.deltaY * scale)
      if (element.scrollTop !== scrollTop) break
    }
    draw()
  }

  function hear() {
    const view = pane.contentWindow
    if (!view || off.signal.aborted) return
    const { signal } = off
    view.document.documentElement.style.cssText = 'cursor:crosshair;height:100%'
    const on = <N extends keyof WindowEventMap>(name: N, act: (event: WindowEventMap[N]) => void) => {
      const hearOne = (event: WindowEventMap[N]) => {
        event.preventDefault()
        if (event.isTrusted) act(event)
      }
      view.addEventListener(name, hearOne, { signal, passive: false })
    }
    for (const name of swallowed) on(name, () => {})
    on('pointermove', ({ clientX, clientY }) => over(clientX, clientY))
    on('wheel', scroll)
    // What ends the pointing acts on the release of a key that went down here.
    let held = ''
    on('keydown', (event) => {
      held = event.key
      if (event.key.startsWith('Arrow')) key(event.key)
    })
    on('keyup', (event) => {
      if (event.key === held && !event.key.startsWith('Arrow')) key(event.key)
    })
    on('click', ({ clientX, clientY }) => {
      over(clientX, clientY)
      take()
    })
    view.focus()
  }

  const under = (x: number, y: number) => {
    const [first] = document.elementsFromPoint(x, y).filter((element) => element !== host)
    return !first || first.localName.startsWith('handrail-') ? null : first
  }

  // A frame without an address can load once more after it came in; then its window is another one.
  pane.addEventListener('load', hear, { signal: off.signal })
  document.documentElement.append(host)
  try {
    host.showPopover()
    // The rail stays in reach.
    const rail = document.querySelector<HTMLElement>('handrail-host')
    rail?.hidePopover()
    rail?.showPopover()
  } catch {}
  if (!pane.contentDocument) {
    remove()
    return null
  }
  hear()
  addEventListener('scroll', draw, { signal: off.signal, capture: true, passive: true })
  addEventListener('resize', draw, { signal: off.signal })
  return {
    under,
    remove,
    frame(element) {
      pointed = element
      line.classList.toggle('low', !!element && element.getBoundingClientRect().top < 60)
      draw()
    },
  }
}
