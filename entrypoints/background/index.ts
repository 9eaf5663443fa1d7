// The background worker: the only code that writes the database or talks to the hub. Supplies the real world and listens.
import { defineBackground } from 'wxt/utils/define-background'
import { browser } from '../../lib/browser.ts'
import { createDatabase } from '../../lib/db/database.ts'
import { encodePicture } from './encode-picture.ts'
import { faultyFetch } from './fault.ts'
import { listen } from './listen.ts'
import { createWorker } from './worker.ts'

const realFetch: typeof fetch = (input, init) => fetch(input, init)

export default defineBackground(() => {
  const worker = createWorker({
    browser,
    database: createDatabase({ name: 'handrail' }),
    fetch: import.meta.env.VITE_FAULTS ? faultyFetch(realFetch) : realFetch,
    now: () => Date.now(),
    random: () => Math.random(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    encode: encodePicture,
    lock: (name, work) => navigator.locks.request(name, work),
    schedule(run, ms) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    WebSocket,
  })
  listen(worker)
  self.addEventListener('online', () => void worker.loop.send({ eager: true }).then(worker.loop.wake))
})
