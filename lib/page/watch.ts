// Notices a new address and new content. The address costs a few listeners; content is only watched while somebody asked for it.

/** Calls `moved` when the address changed. The isolated world cannot patch pushState, so it listens and compares. */
export function watchAddress(moved: () => void): { check: () => boolean; stop: () => void } {
  let last = location.href
  const check = () => {
    if (location.href === last) return false
    last = location.href
    moved()
    return true
  }
  const restored = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) moved()
  }
  const off = new AbortController()
  const { signal } = off
  const navigation = (globalThis as { navigation?: EventTarget }).navigation
  navigation?.addEventListener('currententrychange', check, { signal })
  addEventListener('popstate', check, { signal })
  addEventListener('hashchange', check, { signal })
  addEventListener('pageshow', restored, { signal })
  // Read before anybody came, the page had no place in the browser yet.
  document.addEventListener('prerenderingchange', moved, { signal })
  return { check, stop: () => off.abort() }
}

const queueLimit = 400
const calmMs = 2000

export interface Change {
  /** Nodes that came in, the first 400 of them. */
  nodes: Node[]
  /** Something was taken out, or may have been shown or hidden: another part of the page may be what counts. */
  isTurned: boolean
  /** The title changed, or the page is still settling after a change of address: read everything again. */
  whole: boolean
}

/** Reports changes in batches: quickly while a page settles, every two seconds on a page that never rests. */
export function watchContent(changed: (change: Change) => void, isOurs: (node: Node) => boolean) {
  let nodes: Node[] = []
  let isTurned = false
  let timer = 0
  let lastAt = 0
  const settlesAt = Date.now() + 4000
  let title = document.title

  const flush = () => {
    if (timer < 0) return
    timer = 0
    // A page in the background waits until it is looked at.
    if (document.hidden) {
      document.addEventListener('visibilitychange', schedule, { once: true })
      return
    }
    lastAt = Date.now()
    const change = { nodes, isTurned, whole: lastAt < settlesAt || title !== document.title }
    nodes = []
    isTurned = false
    title = document.title
    changed(change)
  }
  const schedule = () => {
    if (timer) return
    const wait = Date.now() < settlesAt ? 250 : Math.max(400, lastAt + calmMs - Date.now())
    timer = setTimeout(() => requestIdleCallback(flush, { timeout: 500 }), wait) as unknown as number
  }
  const observer = new MutationObserver((records) => {
    let isNew = false
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (removedNodes.length || (type === 'attributes' && !isOurs(target))) isNew = isTurned = true
      for (const node of type === 'characterData' ? [target] : addedNodes) {
        if (isOurs(node)) continue
        isNew = true
        if (nodes.length < queueLimit) nodes.push(node)
      }
    }
    if (isNew) schedule()
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
  return {
    stop: () => {
      observer.disconnect()
      clearTimeout(timer)
      timer = -1
    },
  }
}
