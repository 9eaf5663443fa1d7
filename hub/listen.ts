// Puts a hub on the network: HTTP and live sockets on one port, and the orderly way down.
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { livePath } from '../lib/schema/routes.ts'
import { errorCode, HubFault } from './fault.ts'
import { createApp } from './http/app.ts'
import { hostCheckFor, originCheckFor } from './http/gate.ts'
import type { Hub } from './hub.ts'
import { createLive } from './live/live.ts'

const finishWithinMs = 10_000

export interface ListeningHub {
  url: string
  close(): Promise<void>
}

export async function listenHub(hub: Hub, databaseUrl: string, host: string, port: number): Promise<ListeningHub> {
  const mayBeCalled = hostCheckFor(host, hub.publicUrl)
  const isOurOrigin = originCheckFor(hub)
  const app = createApp(hub, mayBeCalled, isOurOrigin)
  const live = createLive(hub, databaseUrl)
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  server.headersTimeout = 15_000
  server.requestTimeout = 60_000

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const origin = request.headers.origin
    // An address such as `//` cannot be read: here nobody would catch what is thrown.
    if (URL.parse(request.url ?? '/', 'http://hub')?.pathname !== livePath) return refuse(socket, 404)
    if (!mayBeCalled(request.headers.host) || (origin !== undefined && !isOurOrigin(origin))) return refuse(socket, 403)
    live.server.handleUpgrade(request, socket, head, (opened) => live.accept(opened))
  })

  await takePort(server, host, port).catch(async (error) => {
    await live.close()
    throw error
  })

  return {
    url: urlOf(host, server.address() as AddressInfo),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const impatient = setTimeout(() => server.closeAllConnections(), finishWithinMs)
      await live.close()
      await closed
      clearTimeout(impatient)
    },
  }
}

/** Throws as `listenHub` would, before anything was made that a taken port would leave behind. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer()
  await takePort(probe, host, port)
  await new Promise((resolve) => probe.close(resolve))
}

function takePort(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(readable(error, host, port)))
    server.listen(port, host, resolve)
  })
}

const urlOf = (host: string, { port }: AddressInfo): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

function refuse(socket: Duplex, status: 403 | 404): void {
  socket.on('error', () => undefined)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

function readable(error: Error, host: string, port: number): Error {
  const code = errorCode(error)
  if (code === 'EADDRINUSE')
    return new HubFault('unavailable', 503, `Port ${port} on ${host} is taken by another program. Choose another one with --port, or 0 for any free one.`)
  if (code === 'EACCES') return new HubFault('unavailable', 503, `This user may not listen on port ${port}. Choose one above 1023 with --port.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new HubFault('unavailable', 503, `This machine has no address ${host}. Choose another one with --host.`)
  return error
}
