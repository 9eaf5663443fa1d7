// The live feed: hello, catch up, then every change as it is committed, by this hub or another on the same database.
import { type WebSocket, WebSocketServer } from 'ws'
import { LiveHello, liveClose } from '../../lib/schema/feed.ts'
import { authenticate } from '../authenticate.ts'
import { HubFault } from '../fault.ts'
import { canServe, feedBounds, readEvents } from '../feed.ts'
import type { Hub } from '../hub.ts'
import { createDeliveries } from './deliveries.ts'
import { broadcast, flushed, type Listener, listenerFor, sendText } from './room.ts'
import { listen } from './wakeups.ts'

const helloWithinMs = 10_000
const pingEveryMs = 20_000
const lookEveryMs = 2_000
const batch = 200
const longestFrame = 64 * 1024

export interface Live {
  server: WebSocketServer
  accept(socket: WebSocket): void
  close(): Promise<void>
}

export function createLive(hub: Hub, databaseUrl: string): Live {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: longestFrame })
  const sockets = new Set<WebSocket>()
  const deliveries = createDeliveries(hub)
  const wakeups = listen(
    databaseUrl,
    (wakeup) => {
      if (wakeup === null) deliveries.lookEverywhere()
      else if (wakeup.kind === 'feed') deliveries.look(wakeup.teamId)
      else deliveries.dropDevice(wakeup.deviceId)
    },
    ({ name }) => hub.log.warn({ kind: name }, 'wake-ups lost, looking every two seconds'),
  )
  const look = setInterval(() => deliveries.lookEverywhere(), lookEveryMs)
  const ping = setInterval(() => {
    for (const socket of sockets) sendText(socket, '{"type":"ping"}')
  }, pingEveryMs)

  const greet = async (socket: WebSocket, text: string) => {
    const hello = readHello(text)
    if (!hello) return socket.close(liveClose.badHello, 'hello expected')
    const { team, member, deviceId } = await authenticate(hub.db, hello.token, hub.now())
    const bounds = await feedBounds(hub.db, team.id)
    if (!canServe(hello.cursor, bounds)) {
      sendText(socket, '{"type":"reset"}')
      return
    }
    const listener = listenerFor(socket, team.id, deviceId, member, hello.cursor)
    socket.on('close', () => deliveries.leave(listener))
    await catchUp(hub, listener, bounds.seq)
    sendText(socket, '{"type":"ping"}')
    if (socket.readyState === socket.OPEN) deliveries.enter(listener)
  }

  return {
    server,
    accept(socket) {
      sockets.add(socket)
      const late = setTimeout(() => socket.close(liveClose.badHello, 'hello expected'), helloWithinMs)
      socket.on('error', () => socket.terminate())
      socket.on('close', () => {
        clearTimeout(late)
        sockets.delete(socket)
      })
      socket.once('message', (text) => {
        clearTimeout(late)
        greet(socket, String(text)).catch((error) => {
          const isRefused = error instanceof HubFault && error.status === 401
          socket.close(isRefused ? liveClose.unauthorized : 1011, isRefused ? 'signed out' : 'try again')
        })
      })
    },
    async close() {
      clearInterval(look)
      clearInterval(ping)
      for (const socket of sockets) socket.close(liveClose.draining, 'the hub is going down')
      await Promise.all([wakeups.close(), deliveries.settled(), allClosed(sockets)])
      server.close()
    },
  }
}

/** Those who do not say goodbye within a second are cut off. */
async function allClosed(sockets: Set<WebSocket>): Promise<void> {
  const impatient = setTimeout(() => {
    for (const socket of sockets) socket.terminate()
  }, 1_000)
  await Promise.all([...sockets].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()))))
  clearTimeout(impatient)
}

async function catchUp(hub: Hub, listener: Listener, upto: number): Promise<void> {
  while (listener.cursor < upto && listener.socket.readyState === listener.socket.OPEN) {
    const page = await readEvents(hub.db, listener.teamId, listener.cursor, upto, batch)
    broadcast([listener], page.logged, page.upto)
    // Or a device that has much to catch up with would be cut off as too slow before it had read the first page.
    await flushed(listener.socket)
  }
}

function readHello(text: string): LiveHello | null {
  try {
    return LiveHello.parse(JSON.parse(text))
  } catch {
    return null
  }
}
