// What the live socket says, one frame at a time, and what this device says first.
import { LiveFrame, type LiveHello } from '../schema/feed.ts'
import { livePath } from '../schema/routes.ts'
import type { SyncContext } from './context.ts'
import { applyPage } from './feed.ts'
import { readPlace } from './place.ts'
import { readPage } from './received-page.ts'
import { takeSnapshot } from './snapshot.ts'

const capCharacters = 5 * 1024 * 1024

export interface Greeting {
  url: string
  token: string
  hello: string
}

/** Who to greet and with what cursor; a device that never read the feed takes a snapshot first. Throws `HubFailure`. */
export async function greet(context: SyncContext): Promise<Greeting | 'stopped' | 'revoked'> {
  let { session, cursor } = await readPlace(context)
  if (session?.state === 'active' && cursor === null) {
    await takeSnapshot(context)
    ;({ session, cursor } = await readPlace(context))
  }
  if (session?.state !== 'active' || cursor === null) return session?.state === 'revoked' ? 'revoked' : 'stopped'
  const hello: LiveHello = { type: 'hello', protocol: 1, token: session.token, cursor }
  return { url: session.hubUrl.replace(/^http/, 'ws') + livePath, token: session.token, hello: JSON.stringify(hello) }
}

/** `reconnect`: the next hello has a better cursor. Throws on what is no frame of this protocol. */
export async function takeFrame(context: SyncContext, raw: unknown, token: string): Promise<'go-on' | 'reconnect'> {
  if (typeof raw !== 'string' || raw.length > capCharacters) throw new TypeError('not a frame')
  const said: unknown = JSON.parse(raw)
  const isPage = typeof said === 'object' && said !== null && 'type' in said && said.type === 'page' && 'page' in said
  const frame = isPage ? { type: 'page' as const, page: readPage(said.page) } : LiveFrame.parse(said)
  if (frame.type === 'ping') return 'go-on'
  if (frame.type === 'page') {
    const result = await context.database.use((db) => applyPage(db, frame.page, token))
    if (result.kind !== 'applied') return 'reconnect'
    if (result.moved.length > 0) context.onMoved(result)
    if (!result.needsSnapshot) return 'go-on'
  }
  await takeSnapshot(context)
  return 'reconnect'
}
