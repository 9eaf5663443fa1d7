// The live socket of a hub on loopback, over real WebSockets, with the memory hub behind it.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { type LiveFrame, LiveHello, liveClose } from '../../lib/schema/feed.ts'
import type { MemoryHub } from './memory-hub.ts'

export interface LiveServer {
  readonly hubUrl: string
  /** Cursors of the hellos so far. */
  readonly hellos: number[]
  /** Sends to the newest socket. */
  send(frame: LiveFrame | string): void
  /** The newest socket ends without a word. */
  cut(): void
  close(): Promise<void>
}

export async function startLiveServer(hub: MemoryHub): Promise<LiveServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const hellos: number[] = []
  let newest: WebSocket | null = null
  server.on('connection', (socket) => {
    socket.once('message', (raw) => {
      const hello = LiveHello.parse(JSON.parse(String(raw)))
      const member = hub.tokens.get(hello.token)
      if (!member) return socket.close(liveClose.unauthorized)
      newest = socket
      hellos.push(hello.cursor)
      const frame: LiveFrame = hello.cursor < hub.floor ? { type: 'reset' } : { type: 'page', page: hub.page(member, hello.cursor) }
      socket.send(JSON.stringify(frame))
    })
  })
  return {
    hubUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hellos,
    send: (frame) => newest?.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    cut: () => newest?.terminate(),
    async close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}
