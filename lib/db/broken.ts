// What could not be read: counted for the diagnostics file, handed out whole for the export, never deleted.
import { Escalation, OwnEscalation } from '../schema/escalation.ts'
import { OutboxRow } from '../schema/outbox.ts'
import { Run } from '../schema/run.ts'
import type { Db } from './schema.ts'

export interface BrokenRow {
  store: 'escalations' | 'outbox' | 'runs' | 'inbox'
  key: string
  value: unknown
}
const shapes = { escalations: OwnEscalation, outbox: OutboxRow, runs: Run, inbox: Escalation } as const

export async function brokenRows(db: Db): Promise<BrokenRow[]> {
  const found: BrokenRow[] = []
  for (const [store, shape] of Object.entries(shapes) as [BrokenRow['store'], typeof OutboxRow][]) {
    const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)])
    values.forEach((value, at) => {
      if (!shape.safeParse(value).success) found.push({ store, key: String(keys[at]), value })
    })
  }
  return found
}
