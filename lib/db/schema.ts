// The shape of the device's database, for the type checker. What makes the stores is in `migrations/`.
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { WorkedCase } from '../schema/cases.ts'
import type { CoachingNote } from '../schema/coaching.ts'
import type { Escalation, EscalationSummary, OwnEscalation } from '../schema/escalation.ts'
import type { DeviceHandover } from '../schema/handover.ts'
import type { Member } from '../schema/member.ts'
import type { OutboxRow } from '../schema/outbox.ts'
import type { OwnSnippet } from '../schema/own-snippet.ts'
import type { PlaybookVersion } from '../schema/playbook.ts'
import type { Receipt } from '../schema/receipt.ts'
import type { Run } from '../schema/run.ts'
import type { SiteProfile } from '../schema/site.ts'
import type { Snippet } from '../schema/snippet.ts'
import type { CountRow } from './counts.ts'
import type { StoredImage } from './images.ts'
import type { StoredFlag } from './received-flags.ts'

/** Text typed and not sent. */
export interface Draft {
  key: string
  text: string
  savedAt: number
}

/**
 * Single values: who is signed in, how far the feed was read, what was chosen on this device, which outbox orders were given out and settled,
 * how long the hub is left alone, what members like to have at hand and their keys, which
 * news they have put behind, which words mean the same to the team, what it says about masking, how well profiles read
 * their sites, which kinds of changes could not be read, which closed runs wait for their site.
 */
export type MetaKey =
  | 'session'
  | 'cursor'
  | 'settings'
  | 'siteStates'
  | 'nextOrder'
  | 'settledOrders'
  | 'pause'
  | 'habits'
  | 'keys'
  | 'casesFilled'
  | 'newsRead'
  | 'synonyms'
  | 'redaction'
  | 'passedOver'
  | 'heldRuns'
  | 'siteHealth'
  | 'siteFaults'

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
  images: { key: string; value: StoredImage }
  outbox: { key: string; value: OutboxRow; indexes: { order: number } }
  drafts: { key: string; value: Draft }
  /** Cases at work, by member and case. */
  cases: { key: string; value: WorkedCase; indexes: { workedAt: number } }
  handovers: { key: string; value: DeviceHandover }
  /** Of the member of this device. */
  receipts: { key: [string, number, Receipt['kind']]; value: Receipt }
  flags: { key: string; value: StoredFlag }
  coaching: { key: string; value: CoachingNote & { id: string } }
  meta: { key: MetaKey; value: unknown }
  /** What members keep for themselves; it stays on this device. */
  ownSnippets: { key: string; value: OwnSnippet }
  /** Sums not yet in the outbox. */
  counts: { key: string; value: CountRow }
}

export type StoreName = StoreNames<HandrailSchema>
export type Db = IDBPDatabase<HandrailSchema>
/** A write transaction; the stores it was opened on are named at the call of `write`. */
export type Tx = IDBPTransaction<HandrailSchema, StoreName[], 'readwrite'>
export type ReadTx = IDBPTransaction<HandrailSchema, StoreName[], 'readonly'>
/** Inside a transaction that may or may not write. */
export type AnyTx = Tx | ReadTx
