// A whole worker on a memory browser, a fresh database and a hub that cannot be reached. `restart` is what the browser does to it.
import 'fake-indexeddb/auto'
import { listen } from '../../entrypoints/background/listen.ts'
import { createSerial } from '../../entrypoints/background/serially.ts'
import { createWorker, type Worker } from '../../entrypoints/background/worker.ts'
import { createDatabase } from '../../lib/db/database.ts'
import { createMemoryBrowser, type MemoryBrowser } from './memory-browser.ts'

class DeadSocket extends EventTarget {
  readyState = 0
  send() {}
  close() {}
}

export interface MemoryWorld {
  browser: MemoryBrowser
  worker: Worker
  /** Milliseconds since 1970; move it to let time pass. */
  clock: { now: number }
  timers: { at: number; run: () => void }[]
  fetch: { answer: typeof fetch }
  restart(): Worker
}

let databases = 0

export function startMemoryWorld({ listening = true, browser = createMemoryBrowser() } = {}): MemoryWorld {
  const clock = { now: Date.UTC(2026, 10, 22, 9) }
  const timers: MemoryWorld['timers'] = []
  const fetch = {
    answer: (async () => {
      throw new TypeError('Failed to fetch')
    }) as typeof globalThis.fetch,
  }
  const name = `memory-${databases++}`
  // Outlives a restart, as Web Locks do.
  const serially = createSerial()
  let seed = 1
  const begin = (): Worker => {
    const worker = createWorker({
      browser,
      database: createDatabase({ name }),
      fetch: (input, init) => fetch.answer(input, init),
      now: () => clock.now,
      random: () => 0.5,
      randomBytes: (length) => Uint8Array.from({ length }, () => (seed++ * 37) % 256),
      lock: (_name, work) => serially(work),
      // As large as the capture says it is; the real one needs a canvas, and is driven in a browser.
      encode: async (dataUrl) => {
        const bytes = new TextEncoder().encode(dataUrl)
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
        return { hash: Buffer.from(digest).toString('hex'), type: 'image/webp', width: 800, height: 600, base64: Buffer.from(bytes).toString('base64') }
      },
      schedule(run, ms) {
        const timer = { at: clock.now + ms, run }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
      WebSocket: DeadSocket as unknown as typeof WebSocket,
    })
    if (listening) listen(worker)
    return worker
  }
  const world: MemoryWorld = {
    browser,
    worker: begin(),
    clock,
    timers,
    fetch,
    restart() {
      world.worker = begin()
      return world.worker
    },
  }
  return world
}
