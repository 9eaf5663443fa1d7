// The one way a case becomes an escalation, for panel, keyboard command and context menu: evidence, mask, commit, then the answer.
// Nothing unmasked is stored, and nobody is told "saved" before record and outbox row are.
import { commitEscalation } from '../../lib/db/escalations.ts'
import { getPlaybook } from '../../lib/db/library.ts'
import { getCaseMasker } from '../../lib/db/redaction.ts'
import { runsOfCase } from '../../lib/db/runs.ts'
import { getSession } from '../../lib/db/session.ts'
import { runEvidence } from '../../lib/domain/evidence.ts'
import { maskContent } from '../../lib/domain/mask.ts'
import { hasMaskedWords } from '../../lib/domain/mask-words.ts'
import { valuesOf } from '../../lib/domain/run.ts'
import { type Target, targetOf } from '../../lib/domain/target.ts'
import type { CaseContext } from '../../lib/schema/case.ts'
import type { EscalationContent, OwnEscalation, RunEvidence } from '../../lib/schema/escalation.ts'
import type { PlaybookVersion, Severity } from '../../lib/schema/playbook.ts'
import type { Run } from '../../lib/schema/run.ts'
import { matchesOf } from './case-view.ts'
import { fault } from './fault.ts'
import type { TabReading } from './tab-reading.ts'
import type { Worker } from './worker.ts'

/** The undo seconds. */
export const undoMs = 5000

export interface Ask {
  id: string
  context: CaseContext
  /** What the page says, if it was read; never stored. */
  text: TabReading['text']
  note: string
  severity: Severity | null
  queue: string | null
  runId: string | null
  via: EscalationContent['via']
}

export async function escalate(worker: Worker, ask: Ask): Promise<OwnEscalation> {
  const { database, now } = worker
  const { context, note, via, id } = ask
  const { worked, isMasked } = await runOf(worker, ask)
  const target = await targetFor(worker, ask, worked?.playbook ?? null)
  const createdAt = now()
  const said: EscalationContent = {
    id,
    case: isMasked ? { ...context, selection: '' } : context,
    queue: ask.queue ?? target.queue,
    severity: ask.severity ?? target.severity,
    note,
    run: worked && evidenceOf(worked, context),
    maskedCount: 0,
    missing: missingFrom(context),
    via,
    createdAt,
  }
  const content = maskContent(said, await database.use(getCaseMasker))
  if (import.meta.env.VITE_FAULTS) await fault('c4')
  if (import.meta.env.VITE_FAULTS) await fault('c5')
  const own = await database.use((db) => commitEscalation(db, { content, sendAfter: createdAt + undoMs, now: createdAt }))
  if (import.meta.env.VITE_FAULTS) await fault('c6')
  // The record is safe already: a mark that cannot be kept must not turn "saved" into a failure.
  await worker.highWater.keep().catch(() => undefined)
  if (import.meta.env.VITE_FAULTS) await fault('c7')
  worker.loop.sendAt(own.sendAfter)
  worker.announce(['escalations', 'case', 'status'])
  return own
}

/** What the panel would have offered. The page's words route nothing, but they may keep a playbook back. */
export async function targetFor(worker: Worker, reading: Pick<TabReading, 'context' | 'text'>, worked: PlaybookVersion | null): Promise<Target> {
  const matches = worked ? [] : (await matchesOf(worker, reading)).shown
  return targetOf(worked?.document ?? null, matches)
}

/** In the agent's words, what could not be read. */
export function missingFrom({ access }: Pick<CaseContext, 'access'>): string[] {
  switch (access) {
    case 'profile':
      return []
    case 'page':
      return ['case fields']
    case 'tab':
      return ['selected text', 'case fields']
    case 'none':
      return ['address and title', 'selected text', 'case fields']
  }
}

interface Worked {
  run: Run
  playbook: PlaybookVersion
}

/** The run that was named, or the one open on this case. Never another case's or another member's: it would say what nobody did here. */
function runOf({ database }: Worker, { runId, context, via }: Ask): Promise<{ worked: Worked | null; isMasked: boolean }> {
  return database.use(async (db) => {
    const session = await getSession(db)
    const own = await runsOfCase(db, context.key, session?.member.id ?? null)
    const run = runId ? own.find(({ id }) => id === runId) : via === 'panel' ? null : own.find(({ closedAt }) => closedAt === null)
    const playbook = run && (await getPlaybook(db, run.playbook.id, run.playbook.version))
    return { worked: run && playbook ? { run, playbook } : null, isMasked: own.some(hasMaskedWords) }
  })
}

function evidenceOf({ run, playbook }: Worked, context: CaseContext): RunEvidence {
  return runEvidence(run, playbook.document, valuesOf(context.fields, playbook.document, run))
}
