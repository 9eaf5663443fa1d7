// Records of the right shape for the tests of db and sync, and a database of their own each.
import 'fake-indexeddb/auto'
import { createDatabase, type Database } from '../../lib/db/database.ts'
import type { CoachingNote } from '../../lib/schema/coaching.ts'
import type { Escalation, EscalationContent } from '../../lib/schema/escalation.ts'
import type { FlagContent } from '../../lib/schema/flag.ts'
import type { Member, Session } from '../../lib/schema/member.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Run } from '../../lib/schema/run.ts'
import type { SiteProfile } from '../../lib/schema/site.ts'
import type { Snippet } from '../../lib/schema/snippet.ts'

export const start = 1_800_000_000_000
export const runs = Number(process.env.HANDRAIL_FUZZ ?? 100)
/** Time for a property of `runs` runs on a busy machine, in milliseconds. */
export const patienceMs = 30_000 + 300 * runs

/** The n-th UUID of a test; `kind` keeps families apart. */
export function id(n: number, kind = 0): string {
  return `00000000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`
}

let opened = 0
export function freshDatabase(): Database & { name: string } {
  const name = `test-${++opened}`
  return { name, ...createDatabase({ name }) }
}

export const mira: Member = { id: id(1, 0xa), name: 'Mira', role: 'agent', joinedAt: start }
export const jonas: Member = { id: id(2, 0xa), name: 'Jonas', role: 'agent', joinedAt: start }
export const lena: Member = { id: id(3, 0xa), name: 'Lena', role: 'lead', joinedAt: start }
export const team = { id: id(1, 0xb), name: 'Trust' }
export const hubUrl = 'https://hub.example.com'

export function sessionOf(member: Member, change: Partial<Session> = {}): Session {
  return { hubUrl, token: `token-${member.name.toLowerCase()}`, deviceId: id(1, 0xc), member, team, joinedAt: start, state: 'active', ...change }
}

export function contentOf(n: number, change: Partial<EscalationContent> = {}): EscalationContent {
  return {
    id: id(n),
    case: {
      key: `demo-desk:${n}`,
      siteId: 'demo-desk',
      caseId: String(n),
      url: `https://desk.example.com/ticket/${n}`,
      title: `Ticket ${n}`,
      fields: [{ name: 'case.category', label: 'Category', value: 'counterfeit' }],
      selection: '',
      access: 'profile',
      capturedAt: start,
    },
    queue: 'leads',
    severity: 'S3',
    note: `note ${n}`,
    run: null,
    maskedCount: 0,
    missing: [],
    via: 'panel',
    createdAt: start + n,
    ...change,
  }
}

export function recordOf(n: number, change: Partial<Escalation> = {}): Escalation {
  const by = { id: mira.id, name: mira.name }
  const base = { number: n, by, status: 'delivered', severity: 'S3', revision: 1, takenBy: null, seenBy: null } as const
  return { content: contentOf(n), ...base, receivedAt: start, seenAt: null, ruling: null, thread: [], ...change }
}

export function playbookOf(slug: string, version: number): PlaybookVersion {
  const step = {
    id: 'look',
    kind: 'check',
    text: [{ type: 'text', text: 'Look' }],
    label: 'Look',
    detail: [],
    optional: false,
    when: null,
    evidence: null,
  } as const
  const section = { id: 'steps', title: 'Steps', prose: [], steps: [{ ...step, text: [...step.text], detail: [] }] }
  const document = { title: slug, severity: null, owner: null, reviewEveryDays: null, queue: null, triggers: [], intro: [], sections: [section] }
  const by = { id: lena.id, name: lena.name }
  return { id: slug, version, hash: 'a'.repeat(64), markdown: `v${version}`, document, note: '', publishedAt: start, publishedBy: by }
}

export function snippetOf(slug: string, version = 1): Snippet {
  return { id: slug, version, hash: 'b'.repeat(64), title: slug, tags: [], body: `Hello ${version}`, publishedAt: start }
}

export function siteOf(slug: string, version = 1): SiteProfile {
  return { id: slug, version, hash: 'c'.repeat(64), name: slug, origins: ['https://desk.example.com'], pages: [], verified: null, publishedAt: start }
}

export function runOf(n: number, change: Partial<Run> = {}): Run {
  const playbook = { id: 'counterfeit', version: 1, hash: 'a'.repeat(64), title: 'counterfeit' }
  const base = { id: id(n, 0xd), caseKey: 'demo-desk:1', playbook, memberId: mira.id, startedAt: start, updatedAt: start, closedAt: null, outcome: null }
  return { ...base, steps: [], ...change }
}

export function flagOf(n: number, change: Partial<FlagContent> = {}): FlagContent {
  const playbook = { id: 'counterfeit', version: 1, hash: 'a'.repeat(64), title: 'counterfeit' }
  return { id: id(n), playbook, stepId: 'look', label: 'Look', kind: 'unclear', word: '', case: null, createdAt: start + n, ...change }
}

export function noteOf(n: number, change: Partial<CoachingNote['content']> = {}): CoachingNote {
  const [to, by] = [mira, lena].map(({ id, name }) => ({ id, name }))
  return { content: { id: id(n, 0x5), to: to!, by: by!, about: null, text: `note ${n}`, at: start + n, ...change }, revision: 1, replies: [] }
}
