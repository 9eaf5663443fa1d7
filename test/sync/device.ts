// One device of a test: a database that outlives its worker, a clock that is set by hand, and a network that can fail.
import type { Database } from '../../lib/db/database.ts'
import type { SyncContext } from '../../lib/sync/context.ts'
import type { Movement } from '../../lib/sync/movement.ts'
import { freshDatabase, start } from '../db/sample.ts'

/** What happens to one request. `drop-after`: the hub did it, the answer is lost. `twice`: a proxy repeats it. */
export type Fault = 'none' | 'drop-before' | 'drop-after' | 'twice' | 'busy' | 'cut' | 'portal' | 'failed'
export const faults: Fault[] = ['none', 'drop-before', 'drop-after', 'twice', 'busy', 'cut', 'portal', 'failed']

/** The worker died here. */
export class Killed extends Error {}

export interface Device {
  readonly name: string
  readonly database: Database
  readonly moved: Movement[]
  clock: number
  faults: Fault[]
  /** A worker as it starts: with nothing in memory. Dies at the n-th step (before or after a transaction or a request), if given. */
  worker(dieAt?: number): SyncContext
  /** Steps that the last worker took. */
  steps: number
}

export function createDevice(hub: typeof fetch): Device {
  const { name, ...database } = freshDatabase()
  let queue: Promise<unknown> = Promise.resolve()
  const device: Device = {
    name,
    database,
    moved: [],
    clock: start,
    faults: [],
    steps: 0,
    worker(dieAt = 0) {
      device.steps = 0
      const step = () => {
        if (dieAt > 0 && device.steps >= dieAt - 1) throw new Killed('the worker died')
        device.steps++
      }
      const around = async <T>(work: () => Promise<T>): Promise<T> => {
        step()
        const result = await work()
        step()
        return result
      }
      return {
        database: { ...database, use: (work) => around(() => database.use(work)) },
        fetch: (input, init) => around(() => faulty(hub, device.faults.shift() ?? 'none')(input, init)),
        now: () => device.clock,
        random: () => 0.5,
        lock: <T>(_: string, work: () => Promise<T>) => {
          const turn = queue.then(work)
          queue = turn.catch(() => undefined)
          return turn
        },
        onMoved: (movement) => void device.moved.push(movement),
      }
    },
  }
  return device
}

function faulty(hub: typeof fetch, fault: Fault): typeof fetch {
  return async (input, init) => {
    if (fault === 'drop-before') throw new TypeError('the network is gone')
    if (fault === 'busy') return Response.json({ error: { code: 'unavailable', message: 'Restarting.' } }, { status: 503, headers: { 'retry-after': '2' } })
    if (fault === 'failed') return Response.json({ error: { code: 'bug', message: 'It failed.' } }, { status: 500 })
    if (fault === 'portal') return new Response('<h1>Sign in to this network</h1>', { headers: { 'content-type': 'text/html' } })
    const response = await hub(input, init)
    if (fault === 'drop-after') throw new TypeError('the network is gone')
    if (fault === 'cut') return new Response((await response.text()).slice(0, -9), response)
    if (fault === 'twice') return hub(input, init)
    return response
  }
}
