// Every table as Kysely sees it. All are keyed by team; instants are milliseconds in bigint columns.
import type { Generated, JSONColumnType } from 'kysely'
import type { CoachingNote, CoachingReply } from '../../lib/schema/coaching.ts'
import type { CountKind } from '../../lib/schema/counts.ts'
import type { Escalation, EscalationStatus, ThreadEntry } from '../../lib/schema/escalation.ts'
import type { FeedEvent } from '../../lib/schema/feed.ts'
import type { Flag, FlagAnswer } from '../../lib/schema/flag.ts'
import type { HandoverContent, HandoverStatus } from '../../lib/schema/handover.ts'
import type { Role } from '../../lib/schema/member.ts'
import type { PlaybookDocument, Severity } from '../../lib/schema/playbook.ts'
import type { ImageType } from '../../lib/schema/proof.ts'
import type { ReceiptKind } from '../../lib/schema/receipt.ts'
import type { RedactionRules } from '../../lib/schema/redaction.ts'
import type { Rollout } from '../../lib/schema/rollout.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { SiteDraft } from '../../lib/schema/site.ts'
import type { SnippetDraft } from '../../lib/schema/snippet.ts'
import type { SynonymLists } from '../../lib/schema/synonyms.ts'

type Json<T extends object> = JSONColumnType<T, string, string>
/** An event as stored: `seq` and `at` are columns. */
export type EventBody = FeedEvent extends infer E ? (E extends FeedEvent ? Omit<E, 'seq' | 'at'> : never) : never

interface Owned {
  team_id: string
}
interface Version<T extends object> extends Owned {
  id: string
  version: number
  hash: string
  draft: Json<T>
  published_at: number
  published_by: string
}

export interface Tables {
  teams: {
    id: string
    name: string
    created_at: number
    /** Newest position in the feed; its row lock orders the writers. */
    feed_seq: Generated<number>
    /** Positions up to here may be gone; older cursors need a snapshot. */
    feed_floor: Generated<number>
    escalation_count: Generated<number>
  }
  members: Owned & { id: string; name: string; role: Role; joined_at: number }
  devices: Owned & {
    id: string
    member_id: string
    label: string
    token_hash: Buffer
    created_at: number
    last_seen_at: number | null
    revoked_at: number | null
  }
  invites: Owned & {
    code_hash: Buffer
    role: Role
    /** Whose new device it is for; null for a person who is new to the team. */
    member_id: string | null
    created_by: string | null
    created_at: number
    expires_at: number
    used_at: number | null
    used_by: string | null
  }
  playbook_versions: Owned & {
    id: string
    version: number
    hash: string
    markdown: string
    document: Json<PlaybookDocument>
    note: string
    rollout: Generated<Rollout>
    apply_now: number | null
    critical_stop: number | null
    confirm_from: number | null
    published_at: number
    published_by: string
  }
  snippet_versions: Version<SnippetDraft>
  site_versions: Version<SiteDraft>
  synonym_versions: Owned & { version: number; hash: string; lists: Json<SynonymLists>; published_at: number; published_by: string }
  redaction_versions: Owned & { version: number; hash: string; rules: Json<RedactionRules>; published_at: number; published_by: string }
  escalations: Owned & {
    id: string
    number: number
    author_id: string
    status: EscalationStatus
    severity: Severity
    queue: string
    case_key: string
    revision: number
    received_at: number
    record: Json<Escalation>
  }
  thread_entries: Owned & {
    escalation_id: string
    id: string
    position: number
    kind: ThreadEntry['kind']
    by_id: string
    at: number
    entry: Json<ThreadEntry>
  }
  site_faults: Owned & {
    site_id: string
    version: number
    page: string
    field: string
    since: number
    cases: number
    /** Ids of those who told of it since it broke. */
    told_by: Json<string[]>
    healed_at: number | null
    updated_at: number
  }
  receipts: Owned & { member_id: string; playbook_id: string; version: number; kind: ReceiptKind; at: number; on_case: Generated<boolean> }
  runs: Owned & {
    id: string
    member_id: string
    case_key: string
    playbook_id: string
    version: number
    closed_at: number | null
    received_at: number
    record: Json<Run>
  }
  handovers: Owned & { id: string; from_id: string; to_id: string; case_key: string; received_at: number; content: Json<HandoverContent> }
  /** At most one of each. */
  handover_settlings: Owned & { handover_id: string; status: Exclude<HandoverStatus, 'open'>; by_id: string; at: number; word: string }
  counts: Owned & { member_id: string; day: string; kind: CountKind; subject: string; count: number }
  flags: Owned & {
    id: string
    author_id: string
    playbook_id: string
    version: number
    received_at: number
    changed_at: number
    is_open: boolean
    record: Json<Flag>
  }
  flag_answers: Owned & { flag_id: string; id: string; kind: FlagAnswer['kind']; by_id: string; at: number; entry: Json<FlagAnswer> }
  coaching_notes: Owned & { id: string; to_id: string; by_id: string; escalation_id: string | null; at: number; record: Json<CoachingNote> }
  coaching_replies: Owned & { note_id: string; id: string; at: number; entry: Json<CoachingReply> }
  images: Owned & { member_id: string; hash: string; type: ImageType; width: number; height: number; bytes: Buffer; received_at: number }
  /** Ed25519, one of each team; the private one in PKCS 8, the public one in SPKI. */
  signing_keys: Owned & { private_key: Buffer; public_key: Buffer; made_at: number }
  events: Owned & { seq: number; type: FeedEvent['type']; audience: string[]; body: Json<EventBody>; at: number }
  audit: Owned & { id: Generated<number>; actor_id: string | null; device_id: string | null; action: string; target: string; at: number }
  commands: Owned & { member_id: string; key: string; hash: string; reply: string | null; at: number }
}
