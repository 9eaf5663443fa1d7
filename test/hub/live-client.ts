// A live socket as the worker holds it: keeps the cursor, refuses holes, collects events.
import { WebSocket } from 'ws'
import { type FeedEvent, LiveFrame } from '../../lib/schema/feed.ts'
import { livePath } from '../../lib/schema/routes.ts'

export interface LiveClient {
  events: FeedEvent[]
  frames: LiveFrame[]
  cursor(): number
  /** Resolves as soon as the condition holds after some frame; fails when the socket closes first. */
  until(condition: (client: LiveClient) => boolean): Promise<void>
  closed: Promise<number>
  close(): void
}

export function openLive(hubUrl: string, token: string, from: number, options: { origin?: string; hello?: string } = {}): LiveClient {
  const socket = new WebSocket(`${hubUrl.replace('http', 'ws')}${livePath}`, {
    perMessageDeflate: false,
    ...(options.origin ? { origin: options.origin } : {}),
  })
  const waiting = new Set<{ check: () => void; fail: (error: Error) => void }>()
  let cursor = from
  const failAll = (error: Error) => {
    for (const { fail } of waiting) fail(error)
  }
  const client: LiveClient = {
    events: [],
    frames: [],
    cursor: () => cursor,
    until: (condition) =>
      new Promise((resolve, reject) => {
        const entry = { check: () => condition(client) && waiting.delete(entry) && resolve(), fail: reject }
        waiting.add(entry)
        entry.check()
      }),
    closed: new Promise((resolve) => {
      socket.on('close', (code) => {
        resolve(code)
        failAll(new Error(`the socket closed with ${code}`))
      })
    }),
    close: () => socket.close(),
  }
  socket.on('error', failAll)
  socket.on('open', () => socket.send(options.hello ?? JSON.stringify({ type: 'hello', protocol: 1, token, cursor: from })))
  socket.on('message', (text) => {
    const frame = LiveFrame.parse(JSON.parse(String(text)))
    client.frames.push(frame)
    if (frame.type === 'page') {
      if (frame.page.from !== cursor) failAll(new Error(`a hole: at ${cursor}, page from ${frame.page.from}`))
      client.events.push(...frame.page.events)
      cursor = frame.page.upto
    }
    for (const { check } of waiting) check()
  })
  return client
}
