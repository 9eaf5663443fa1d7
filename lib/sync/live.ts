// Holds the live socket: hello, pages, pings, reconnects. The feed stays right without it; it is only faster with it.
import type { SyncContext } from './context.ts'

export type LiveState = 'stopped' | 'connecting' | 'connected' | 'unreachable' | 'revoked'

export interface LiveContext extends SyncContext {
  WebSocket: new (url: string) => WebSocket
  /** Runs once after `ms`; the returned function cancels. */
  schedule: (run: () => void, ms: number) => () => void
  onState: (state: LiveState) => void
}

export interface Live {
  /** Connects, or does nothing when it is connected already. Call it after joining and at each start of the worker. */
  start(): void
  stop(): void
  state(): LiveState
  /** When a frame last came in, in milliseconds since 1970. */
  heardAt(): number | null
}

export function createLive(_context: LiveContext): Live {
  throw new Error('not built yet')
}
