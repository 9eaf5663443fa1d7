// Gets what waits on this device to the hub: at the release of the undo seconds, at every alarm, start and return of the network.
// Timers are a convenience; the outbox is the truth, and any start of the worker releases what is due.
import type { Area } from '../../lib/browser.ts'
import { bundleCounts } from '../../lib/db/counts.ts'
import { getSession } from '../../lib/db/session.ts'
import type { SyncContext } from '../../lib/sync/context.ts'
import type { Live } from '../../lib/sync/live.ts'
import { drain } from '../../lib/sync/outbox-sender.ts'
import { pull } from '../../lib/sync/pull.ts'
import type { Announce } from './announce.ts'
import { noteConnection } from './connection.ts'
import type { HighWater } from './high-water.ts'
import { failureOf } from './refusal.ts'

/** Longer waits are the alarm's. */
const longestTimerMs = 25_000

export interface SendLoop {
  /** Sends what is due. `eager`: also what was told to be patient. Never throws. */
  send(options?: { eager?: boolean }): Promise<void>
  /** Sends as soon as `at` has come. */
  sendAt(at: number): void
  /** Puts the sums that were counted into the outbox; `eager`: also what may wait a little. Never throws. */
  bundle(options?: { eager?: boolean }): Promise<void>
  /** Everything that a start or an alarm should set going. Never throws. */
  wake(): Promise<void>
}

export interface SendLoopParts {
  sync: SyncContext
  live: Live
  highWater: HighWater
  announce: Announce
  session: Area
  schedule(run: () => void, ms: number): () => void
  newId(): string
}

export function createSendLoop({ sync, live, highWater, announce, session, schedule, newId }: SendLoopParts): SendLoop {
  let cancel: () => void = () => undefined
  let dueAt = Number.POSITIVE_INFINITY

  async function send({ eager = false }: { eager?: boolean } = {}): Promise<void> {
    try {
      const { sent, refused, outcome, wakeAt } = await drain(sync, { eager })
      if (sent > 0) await noteConnection(session, { heardAt: sync.now() })
      if (outcome === 'offline' && live.state() !== 'connected') await noteConnection(session, { state: 'unreachable' })
      if (sent + refused > 0) {
        await highWater.keep()
        announce(['escalations', 'status'])
      }
      if (wakeAt !== null) sendAt(wakeAt)
    } catch (error) {
      failureOf(error, 'sending')
    }
  }

  function sendAt(at: number): void {
    const inMs = Math.max(0, at - sync.now())
    if (inMs > longestTimerMs || (at >= dueAt && dueAt > sync.now())) return
    cancel()
    dueAt = at
    cancel = schedule(() => {
      dueAt = Number.POSITIVE_INFINITY
      void send()
    }, inMs)
  }

  async function bundle({ eager = false }: { eager?: boolean } = {}): Promise<void> {
    try {
      if (await sync.database.use((db) => bundleCounts(db, { id: newId(), now: sync.now(), eager }))) await highWater.keep()
    } catch (error) {
      failureOf(error, 'counting')
    }
  }

  async function wake(): Promise<void> {
    try {
      await highWater.check()
      if ((await sync.database.use(getSession))?.state === 'active') {
        live.start()
        if (live.state() !== 'connected') await pull(sync)
      }
    } catch (error) {
      failureOf(error, 'catching up')
    }
    await bundle()
    await send()
  }

  return { send, sendAt, bundle, wake }
}
