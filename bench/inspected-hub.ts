// A hub started with Node's inspector on loopback, so that its memory can be read after a collection. The hub itself knows nothing of it.
import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type HubProcess, startHub } from '../hub/testing/hub-process.ts'

export interface Memory {
  /** What is reachable: JavaScript heap and what hangs on it. */
  heldBytes: number
  residentBytes: number
}

export interface InspectedHub {
  hub: HubProcess
  memory(): Promise<Memory>
  stop(): Promise<void>
}

export async function startInspectedHub(): Promise<InspectedHub> {
  const hub = await withNodeOptions('--inspect=127.0.0.1:0', () => startHub())
  const address = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(hub.output.stderr)?.[0]
  if (!address) throw new Error('the hub did not open its inspector')
  const socket = new WebSocket(address)
  await once(socket, 'open')
  let number = 0
  const call = async (method: string, params: object = {}): Promise<unknown> => {
    number += 1
    const id = number
    socket.send(JSON.stringify({ id, method, params }))
    for (;;) {
      const [text] = await once(socket, 'message')
      const reply = JSON.parse(String(text)) as { id?: number; result?: unknown }
      if (reply.id === id) return reply.result
    }
  }
  return {
    hub,
    async memory() {
      for (let round = 0; round < 3; round += 1) await call('HeapProfiler.collectGarbage')
      const { result } = (await call('Runtime.evaluate', { expression: 'process.memoryUsage()', returnByValue: true })) as {
        result: { value: NodeJS.MemoryUsage }
      }
      const { heapUsed, external, rss } = result.value
      return { heldBytes: heapUsed + external, residentBytes: rss }
    },
    async stop() {
      socket.close()
      await hub.stop()
    },
  }
}

/** A child takes its options from the environment that it inherits. */
async function withNodeOptions<T>(options: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_OPTIONS
  process.env.NODE_OPTIONS = options
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
  }
}
