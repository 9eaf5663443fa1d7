// Our one element in the page: on <html>, closed, in the top layer, put back when the page removes it. Keys typed on it stay with it.
import { dress } from './dress.ts'
import { style } from './style.ts'

const comebacks = 5
const keys = ['keydown', 'keypress', 'keyup'] as const

export interface Host {
  root: ShadowRoot
  isOurs: (node: Node) => boolean
  /** False once the page removed us more often than we come back. */
  isThere: () => boolean
  remove: () => void
}

export interface HostEvents {
  /** A trusted key press on something of ours; `target` is the inner element. */
  key: (event: KeyboardEvent, target: Element | null) => void
  /** The page removed us and we came back: frames have reloaded. */
  returned: () => void
}

export function createHost({ key, returned }: HostEvents): Host {
  const host = document.createElement('handrail-host')
  const root = host.attachShadow({ mode: 'closed' })
  dress(root, style)
  host.popover = 'manual'

  let left = comebacks
  const guard = new MutationObserver(() => {
    if (host.isConnected || left-- <= 0) return
    show()
    returned()
  })
  guard.observe(document, { childList: true })

  function show() {
    document.documentElement.append(host)
    guard.observe(document.documentElement, { childList: true })
    try {
      host.showPopover()
    } catch {}
  }
  show()

  // Caught at the window, on the way down: one-letter shortcuts of the page never see what is typed here.
  const off = new AbortController()
  for (const name of keys) {
    const keep = (event: KeyboardEvent) => {
      if (event.target !== host) return
      event.stopImmediatePropagation()
      if (name === 'keydown' && event.isTrusted) key(event, root.activeElement)
    }
    addEventListener(name, keep, { capture: true, signal: off.signal })
  }

  return {
    root,
    isOurs: (node) => node === host,
    isThere: () => host.isConnected,
    remove: () => {
      off.abort()
      guard.disconnect()
      host.remove()
    },
  }
}
