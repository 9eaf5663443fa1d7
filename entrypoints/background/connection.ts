// How the hub was last seen, in storage.session, so that a worker that was just started does not say "connecting" of what it knows.
import type { Area } from '../../lib/browser.ts'
import { z } from '../../lib/schema/z.ts'

const storageKey = 'connection'
const Connection = z.object({ state: z.enum(['stopped', 'connecting', 'connected', 'unreachable', 'revoked']), heardAt: z.nullable(z.number()) })
export type Connection = z.infer<typeof Connection>

export async function readConnection(area: Area): Promise<Connection> {
  const parsed = Connection.safeParse((await area.get(storageKey))[storageKey])
  return parsed.success ? parsed.data : { state: 'stopped', heardAt: null }
}

export async function noteConnection(area: Area, change: Partial<Connection>): Promise<void> {
  await area.set({ [storageKey]: { ...(await readConnection(area)), ...change } })
}
