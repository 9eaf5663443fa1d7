// Pointing, as the panel orders it: begins, waits, moves what is picked, reads for a profile that is being made. Ends by itself when nobody asks any more.
import type { PageOrder } from '../schema/page.ts'
import type { PickKind, PickOrder, PointAnswer, ReadAnswer } from '../schema/picker.ts'
import { textUnder } from './gather.ts'
import { type Overlay, openOverlay } from './pick-overlay.ts'
import { propose } from './propose.ts'
import { createReader } from './read.ts'
import { rootsUnder } from './roots.ts'
import { isVisible } from './visible.ts'
import { isAttached } from './wire.ts'

/** A question is answered after this long, so that a worker that dies in between costs nothing. */
const answerMs = 10_000
/** A panel that is gone asks no more. */
const patienceMs = 4000
const door = Symbol.for('handrail.picker')

interface Pointing {
  turn: string
  kind: PickKind
  overlay: Overlay | null
  element: Element | null
  state: PointAnswer['state']
  /** Who waits for the answer. */
  waiting: ((answer: PointAnswer) => void) | null
}

function step(element: Element, key: string): Element | null {
  const around = element.parentElement
  if (key === 'ArrowUp') return around && around !== document.documentElement ? around : element
  const next = key === 'ArrowDown' ? element.firstElementChild : key === 'ArrowLeft' ? element.previousElementSibling : element.nextElementSibling
  return next && isVisible(next) ? next : element
}

/** Boxes for replies are the field itself, wherever in it somebody points. */
function meant(element: Element, kind: PickKind): Element {
  const box = 'textarea,[contenteditable=""],[contenteditable=true],[role=textbox],input'
  return kind === 'reply' ? (element.closest(box) ?? element.querySelector(box) ?? element) : element
}

function createPicker() {
  let now: Pointing | null = null
  let alone: ReturnType<typeof setTimeout> | undefined

  const answerOf = ({ state, element, kind }: Pointing): PointAnswer => ({ state, picked: state === 'picked' && element ? propose(element, kind) : null })

  function settle() {
    if (!now) return
    now.overlay?.remove()
    now.overlay = null
    const { waiting } = now
    now.waiting = null
    waiting?.(answerOf(now))
  }

  function end() {
    clearTimeout(alone)
    if (now) now.state = 'ended'
    settle()
    now = null
  }

  function take() {
    if (!now?.element) return
    now.element = meant(now.element, now.kind)
    now.state = 'picked'
    settle()
  }

  function press(key: string) {
    if (!now) return
    if (key === 'Escape') return end()
    if (key === 'Enter') return take()
    if (!key.startsWith('Arrow')) return
    now.element = step(now.element ?? document.body, key)
    now.element?.scrollIntoView({ block: 'nearest' })
    now.overlay?.frame(now.element)
  }

  function begin({ turn, kind, words }: PickOrder & { name: 'point' }) {
    end()
    const pointing: Pointing = { turn, kind, overlay: null, element: null, state: 'pointing', waiting: null }
    const point = (x: number, y: number) => {
      const element = pointing.overlay?.under(x, y) ?? null
      if (!element || element === pointing.element) return
      pointing.element = element
      pointing.overlay?.frame(element)
    }
    now = pointing
    pointing.overlay = openOverlay(words, { over: point, take, key: press })
    if (!pointing.overlay) pointing.state = 'ended'
  }

  function wait(pointing: Pointing): Promise<PointAnswer> | PointAnswer {
    clearTimeout(alone)
    if (pointing.state !== 'pointing') return answerOf(pointing)
    return new Promise((resolve) => {
      const answer = (answered: PointAnswer) => {
        clearTimeout(late)
        resolve(answered)
      }
      const late = setTimeout(() => {
        pointing.waiting = null
        alone = setTimeout(end, patienceMs)
        resolve(answerOf(pointing))
      }, answerMs)
      pointing.waiting?.(answerOf(pointing))
      pointing.waiting = answer
    })
  }

  function read({ reads, areas }: PickOrder & { name: 'read' }): ReadAnswer {
    const inArea = (selector: string) => {
      const roots = [...rootsUnder(document, selector)]
      return { count: roots.length, text: textUnder(roots, 300) }
    }
    return { url: location.href, values: createReader(reads)(null), areas: areas.map(inArea) }
  }

  return (order: PickOrder): unknown => {
    switch (order.name) {
      case 'point':
        if (now?.turn !== order.turn) begin(order)
        return wait(now!)
      case 'key':
        press(order.key)
        return now && now.state === 'picked' ? answerOf(now) : null
      case 'read':
        return read(order)
      case 'stop':
        return end()
    }
  }
}

/** A second injection finds the first, unless the extension was updated since; nothing of it is in the page's own world. */
export function startPicker(): void {
  const world = globalThis as { [door]?: () => boolean }
  if (world[door]?.()) return
  world[door] = isAttached
  const pick = createPicker()
  chrome.runtime.onMessage.addListener((message: PageOrder, sender, reply) => {
    if (sender.id !== chrome.runtime.id || sender.tab || message?.name !== 'pick') return
    Promise.resolve(pick(message.order)).then(reply, () => reply(null))
    return true
  })
}
