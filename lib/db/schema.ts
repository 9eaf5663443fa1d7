// The shape of the device's database, for the type checker. What makes the stores is in `migrations/`.
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { Escalation, EscalationSummary, OwnEscalation } from '../schema/escalation.ts'
import type { Member } from '../schema/member.ts'
import type { OutboxRow } from '../schema/outbox.ts'
import type { PlaybookVersion } from '../schema/playbook.ts'
import type { Run } from '../schema/run.ts'
import type { SiteProfile } from '../schema/site.ts'
import type { Snippet } from '../schema/snippet.ts'

/** Text typed and not sent. */
export interface Draft {
  key: string
  text: string
  savedAt: number
}

/** Single values: who is signed in, how far the feed was read, what was chosen on this device, which outbox orders were given out and settled, how long the hub is left alone, what members like to have at hand, which kinds of changes could not be read, which closed runs wait for their site. */
export type MetaKey = 'session' | 'cursor' | 'settings' | 'siteStates' | 'nextOrder' | 'settledOrders' | 'pause' | 'habits' | 'passedOver' | 'heldRuns'

export interface HandrailSchema extends DBSchema {
  /** The version that the team works with now, by playbook id. */
  playbooks: { key: string; value: PlaybookVersion }
  /** Versions that a run on this device was started on. */
  playbookVersions: { key: [string, number]; value: PlaybookVersion }
  snippets: { key: string; value: Snippet }
  sites: { key: string; value: SiteProfile }
  runs: { key: string; value: Run; indexes: { caseKey: string } }
  escalations: { key: string; value: OwnEscalation; indexes: { caseKey: string } }
  /** What leads received, by `content.id`. */
  inbox: { key: string; value: Escalation }
  summaries: { key: string; value: EscalationSummary; indexes: { caseKey: string } }
  members: { key: string; value: Member }
  outbox: { key: string; value: OutboxRow; indexes: { order: number } }
  drafts: { key: string; value: Draft }
  meta: { key: MetaKey; value: unknown }
}

export type StoreName = StoreNames<HandrailSchema>
export type Db = IDBPDatabase<HandrailSchema>
/** A write transaction; the stores it was opened on are named at the call of `write`. */
export type Tx = IDBPTransaction<HandrailSchema, StoreName[], 'readwrite'>
export type ReadTx = IDBPTransaction<HandrailSchema, StoreName[], 'readonly'>
/** Inside a transaction that may or may not write. */
export type AnyTx = Tx | ReadTx
