// What agents and leads send in these tests.

import { createHash } from 'node:crypto'
import type { EscalationContent, RunEvidence } from '../../lib/schema/escalation.ts'
import type { FlagContent } from '../../lib/schema/flag.ts'
import type { HandoverContent } from '../../lib/schema/handover.ts'
import type { VersionRef } from '../../lib/schema/playbook.ts'
import type { Image } from '../../lib/schema/proof.ts'
import { newId } from './api.ts'

export function content(changes: Partial<EscalationContent> = {}): EscalationContent {
  return {
    id: newId(),
    case: {
      key: 'demo-desk:1042',
      siteId: 'demo-desk',
      caseId: '1042',
      url: 'http://127.0.0.1:8090/tickets/1042',
      title: 'Ticket 1042',
      fields: [{ name: 'case.category', label: 'Category', value: 'counterfeit' }],
      selection: 'The stitching is wrong',
      access: 'profile',
      capturedAt: 1_790_000_000_000,
    },
    queue: 'leads',
    severity: 'S3',
    note: 'Looks like a replica to me',
    run: null,
    maskedCount: 0,
    missing: [],
    via: 'panel',
    createdAt: 1_790_000_000_000,
    ...changes,
  }
}

export function handover(to: string, changes: Partial<HandoverContent> = {}): HandoverContent {
  const { key, title, url } = content().case
  return { id: newId(), to, case: { key, title, url, siteName: 'Demo desk' }, note: 'I am off at six', runs: [], progress: [], createdAt: 1, ...changes }
}

export const playbook = (title: string, step = 'Compare the photos') =>
  `---\ntitle: ${title}\nseverity: S2\n---\nUse this for tests.\n\n## Confirm\n\n- [ ] ${step}\n`

/** Within the limit as it is typed, above it as it is printed, where every "&" of its intro is escaped. */
export function growingPlaybook(): string {
  const paragraph = '&amp '.repeat(1000).trim()
  return playbook('Growing').replace('Use this for tests.', Array.from({ length: 38 }, () => paragraph).join('\n\n'))
}

export function flagOf(version: VersionRef, changes: Partial<FlagContent> = {}): FlagContent {
  const { key, title, url } = content().case
  const { id, hash } = version
  return {
    id: newId(),
    playbook: { id, version: version.version, hash, title: version.title },
    stepId: 'compare-the-photos',
    label: 'Compare the photos',
    kind: 'unclear',
    word: 'Which photos?',
    case: { key, title, url },
    createdAt: 1_790_000_000_000,
    ...changes,
  }
}

/** Bytes that begin as a WebP does; `tail` makes each another one. */
export function imageOf(tail: string): Image {
  const bytes = Buffer.concat([Buffer.from('RIFF0000WEBP', 'latin1'), Buffer.from(tail)])
  return { hash: createHash('sha256').update(bytes).digest('hex'), type: 'image/webp', width: 8, height: 6, base64: bytes.toString('base64') }
}

/** A run of one step that these pictures prove. */
export function runWith(images: Image[]): RunEvidence {
  const proofs = images.map(({ base64: _, ...image }) => ({
    id: newId(),
    kind: 'screenshot' as const,
    at: 2,
    image,
    url: 'https://desk.example.com/',
    title: 'Desk',
  }))
  const line = { stepId: 'look', depth: 0, section: 'Steps', label: 'Look', state: 'done' as const, answer: null, reason: null, evidence: null, at: 2, proofs }
  const playbook = { id: 'counterfeit', version: 1, hash: 'a'.repeat(64), title: 'Counterfeit' }
  return { runId: newId(), playbook, startedAt: 1, done: 1, skipped: 0, total: 1, lines: [line] }
}
