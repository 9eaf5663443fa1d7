// The live sockets of one team: each event is read once and written once as text, however many listen.
import type { WebSocket } from 'ws'
import { liveClose } from '../../lib/schema/feed.ts'
import type { Member } from '../../lib/schema/member.ts'
import { audiencesOf } from '../call.ts'
import type { LoggedEvent } from '../feed.ts'

/** Unsent bytes above which a listener is too slow; it resumes from its cursor when it comes back. */
const mostBuffered = 1024 * 1024

export interface Listener {
  socket: WebSocket
  teamId: string
  deviceId: string
  audiences: Set<string>
  cursor: number
}

export function listenerFor(socket: WebSocket, teamId: string, deviceId: string, member: Member, cursor: number): Listener {
  return { socket, teamId, deviceId, audiences: new Set(audiencesOf(member)), cursor }
}

/** Sends `(cursor, upto]` to every listener that has not read so far. */
export function broadcast(listeners: Iterable<Listener>, logged: LoggedEvent[], upto: number): void {
  const texts = logged.map(({ event, audience }) => ({ seq: event.seq, audience, text: JSON.stringify(event) }))
  for (const listener of listeners) {
    if (listener.cursor >= upto) continue
    const mine = texts.filter(({ seq, audience }) => seq > listener.cursor && audience.some((word) => listener.audiences.has(word)))
    sendText(listener.socket, `{"type":"page","page":{"from":${listener.cursor},"upto":${upto},"events":[${mine.map(({ text }) => text).join(',')}]}}`)
    listener.cursor = upto
  }
}

export function sendText(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > mostBuffered) {
    socket.close(liveClose.slow, 'too slow')
    // A peer that does not read does not answer a close either.
    socket.terminate()
    return
  }
  socket.send(text)
}

/** Resolves when what was sent has left this process, or the socket is gone. */
export function flushed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => socket.ping(undefined, undefined, () => resolve()))
}
