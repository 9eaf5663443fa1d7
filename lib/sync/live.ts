// Holds the live socket: hello, pages, pings, reconnects. The feed stays right without it; it is only faster with it.
import { nextAttemptAt } from '../domain/backoff.ts'
import { liveClose } from '../schema/feed.ts'
import type { SyncContext } from './context.ts'
import { HubFailure } from './hub-failure.ts'
import { greet, takeFrame } from './live-frame.ts'
import { noteRevoked } from './snapshot.ts'

export type LiveState = 'stopped' | 'connecting' | 'connected' | 'unreachable' | 'revoked'

export interface LiveContext extends SyncContext {
  WebSocket: new (url: string) => WebSocket
  /** Runs once after `ms`; the returned function cancels. */
  schedule: (run: () => void, ms: number) => () => void
  onState: (state: LiveState) => void
}

export interface Live {
  /** Connects at once, or does nothing when it is connected already. Call it after joining, at each start of the worker and when the network is back. */
  start(): void
  stop(): void
  state(): LiveState
  /** When a frame last came in, in milliseconds since 1970. */
  heardAt(): number | null
}

/** The hub pings every 20 s; a socket that is silent for longer than two pings is dead, whatever it says of itself. */
const silenceMs = 45_000

export function createLive(context: LiveContext): Live {
  let state: LiveState = 'stopped'
  let heardAt: number | null = null
  let attempts = 0
  /** Counts connections: what an earlier one still says is not listened to. */
  let current = 0
  let socket: WebSocket | null = null
  let cancelTimer = () => {}

  function become(next: LiveState): void {
    if (state === next) return
    state = next
    context.onState(next)
  }

  function drop(): void {
    current++
    cancelTimer()
    socket?.close()
    socket = null
  }

  function retry(mine: number): void {
    if (mine !== current) return
    drop()
    attempts++
    become('unreachable')
    cancelTimer = context.schedule(connect, nextAttemptAt(attempts, context.now(), context.random()) - context.now())
  }

  function watch(mine: number): void {
    cancelTimer()
    cancelTimer = context.schedule(() => retry(mine), silenceMs)
  }

  function end(next: 'stopped' | 'revoked'): void {
    drop()
    become(next)
  }

  function connect(): void {
    drop()
    const mine = current
    become('connecting')
    watch(mine)
    greet(context).then(
      (greeting) => {
        if (mine !== current) return
        if (typeof greeting === 'string') end(greeting)
        else listen(mine, greeting.url, greeting.token, greeting.hello)
      },
      (failure) => fail(mine, failure),
    )
  }

  function listen(mine: number, url: string, token: string, hello: string): void {
    const opened = new context.WebSocket(url)
    socket = opened
    // Frames are applied one after the other: a page is a step from the one before.
    let work = Promise.resolve()
    opened.addEventListener('open', () => {
      if (mine === current) opened.send(hello)
    })
    opened.addEventListener('message', ({ data }) => {
      if (mine !== current) return
      heardAt = context.now()
      become('connected')
      watch(mine)
      work = work
        .then(async () => {
          if (mine !== current) return
          if ((await takeFrame(context, data, token)) === 'reconnect') return retry(mine)
          // Only a frame that could be used ends the patience; a hub that talks nonsense is not asked every second.
          if (mine === current) attempts = 0
        })
        .catch((failure: unknown) => fail(mine, failure))
    })
    opened.addEventListener('close', ({ code }) => {
      if (mine !== current) return
      if (code !== liveClose.unauthorized) return retry(mine)
      end('revoked')
      noteRevoked(context, token).catch(() => undefined)
    })
  }

  /** A refused token ends it; anything else, a broken database included, is tried again later. */
  function fail(mine: number, failure: unknown): void {
    if (mine !== current) return
    if (failure instanceof HubFailure && failure.kind === 'unauthorized') end('revoked')
    else retry(mine)
  }

  return {
    start() {
      if (state !== 'connected' && state !== 'connecting') connect()
    },
    stop: () => end('stopped'),
    state: () => state,
    heardAt: () => heardAt,
  }
}
