// The words that hubs on one database say to each other by NOTIFY. A wake-up only: what is true is in the tables.
import { sql } from 'kysely'
import type { Tx } from './call.ts'

export const channel = 'handrail'
export type Wakeup = { kind: 'feed'; teamId: string } | { kind: 'revoked'; deviceId: string }

export async function notify(tx: Tx, wakeup: Wakeup): Promise<void> {
  const id = wakeup.kind === 'feed' ? wakeup.teamId : wakeup.deviceId
  await sql`select pg_notify(${channel}, ${`${wakeup.kind} ${id}`})`.execute(tx)
}

export function readWakeup(payload: string): Wakeup | null {
  const [kind, id] = payload.split(' ')
  if (kind === 'feed' && id) return { kind, teamId: id }
  if (kind === 'revoked' && id) return { kind, deviceId: id }
  return null
}
