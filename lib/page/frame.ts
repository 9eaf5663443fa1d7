// The sidebar in its frame: made on a person's word, admitted by a one-time token, taken away whole when it is closed.
import type { PageReplies, RailSettings } from '../schema/page.ts'
import { showBar } from './bar.ts'
import { build } from './build.ts'
import { createDock } from './dock.ts'
import { createGrip } from './grip.ts'
import { quietFocus } from './quiet-focus.ts'

/** A loaded frame asks the worker for the case, which makes the worker ask us. Silence this long means that the page broke the frame. */
const silenceMs = 3000

export type Admission = NonNullable<PageReplies['page.open']>

export interface Frame {
  isOpen: () => boolean
  /** Effective width of the open rail, 0 while closed. */
  width: () => number
  open: (admission: Admission, rail: RailSettings) => void
  draw: (rail: RailSettings) => void
  close: () => void
  /** The sidebar showed a sign of life. */
  alive: () => void
  key: (event: KeyboardEvent, target: Element | null) => boolean
}

export interface FrameEvents {
  /** A new width to draw; `isFinal` when it is to be kept. */
  resized: (width: number, isFinal: boolean) => void
  /** The frame never spoke and the person asked for the browser's own panel instead. */
  gaveUp: () => void
}

export function createFrame(root: ShadowRoot, { resized, gaveUp }: FrameEvents): Frame {
  const dock = createDock()
  const grip = createGrip(
    (width) => resized(width, false),
    (width) => resized(width, true),
  )
  let rail: HTMLElement | null = null
  let timer = 0
  let hush = () => {}
  let hearAgain = () => {}
  let width = 0

  function close() {
    clearTimeout(timer)
    hush()
    rail?.remove()
    hearAgain()
    rail = null
    width = 0
    dock.clear()
  }

  function alive() {
    clearTimeout(timer)
    hush()
  }

  function draw(settings: RailSettings) {
    if (!rail) return
    width = Math.min(settings.width, innerWidth - 40)
    rail.className = `rail ${settings.side}${rail.classList.contains('moving') ? ' moving' : ''}`
    rail.style.width = `${width}px`
    grip.draw(settings)
    if (settings.mode !== 'dock' || !dock.set(settings.side, width)) dock.clear()
  }

  return {
    isOpen: () => rail !== null,
    width: () => width,
    open({ token, url, origin }, settings) {
      close()
      const iframe = build('iframe', { title: 'Handrail', allow: 'clipboard-write' })
      iframe.addEventListener('load', () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          hush = showBar(root, 'This page does not let Handrail open inside it.', origin.startsWith('moz') ? 'Open in a tab' : 'Open the side panel', gaveUp)
        }, silenceMs) as unknown as number
        iframe.contentWindow?.postMessage({ handrail: token }, origin)
      })
      iframe.src = url
      rail = build('div', { class: 'rail' }, iframe, grip.element)
      root.append(rail)
      draw(settings)
      hearAgain = quietFocus(root.host)
      iframe.focus()
    },
    draw,
    close,
    alive,
    key: (event, target) => target === grip.element && grip.key(event),
  }
}
