// The close gate: a case is decided and a run is closed with required steps open only for a reason that is kept, with who, when and which.
import { limits } from '../schema/ids.ts'
import type { MemberRef } from '../schema/member.ts'
import type { PlaybookDocument } from '../schema/playbook.ts'
import type { Override, Run } from '../schema/run.ts'
import { type VisibleStep, visibleSteps } from './run.ts'
import { RunFault } from './run-fault.ts'

type Values = Record<string, string>

const isOpen = ({ step, record }: VisibleStep) => !step.optional && (record?.state ?? 'open') === 'open'

/** Required steps that are neither done, skipped nor not applicable; of all that are shown, or of those before one. */
export function openRequired(visible: readonly VisibleStep[], beforeId?: string): VisibleStep[] {
  const end = beforeId === undefined ? visible.length : visible.findIndex(({ step }) => step.id === beforeId)
  return visible.slice(0, end).filter(isOpen)
}

/** Of the open ones, those that no decision that stands has given a reason for. */
export function unaccounted(visible: readonly VisibleStep[]): VisibleStep[] {
  const known = new Set(visible.flatMap(({ record }) => record?.override?.open.map(({ stepId }) => stepId) ?? []))
  return openRequired(visible).filter(({ step }) => !known.has(step.id))
}

/** The reason comes masked. Throws `RunFault`, naming the first open step, when there is no reason. */
export function overrideOf(open: VisibleStep[], reason: string | undefined, doing: string, at: number, by: MemberRef | null): Override {
  const said = reason?.trim()
  if (!said) {
    const others = open.length > 1 ? ` and ${open.length - 1} more` : ''
    throw new RunFault(`Still open: ${open[0]?.step.label}${others}. Do it, skip it or mark it not applicable, or say why ${doing} with it open.`)
  }
  return { reason: said, at, ...(by ? { by } : {}), open: named(open) }
}

const named = (open: VisibleStep[]) => open.slice(0, limits.steps).map(({ step: { id, label } }) => ({ stepId: id, label }))

export interface Closing {
  now: number
  by?: MemberRef | null
  /** Why it is closed with required steps open, masked. */
  reason?: string | undefined
}

/** A reason given with the decision counts for the same steps here. Throws `RunFault` naming the first open step when there is no reason. */
export function closeRun(run: Run, document: PlaybookDocument, values: Values, { now, by = null, reason }: Closing): Run {
  const visible = visibleSteps(document, run, values)
  const open = openRequired(visible)
  const { override: _, ...rest } = run
  const given = reason?.trim() || unaccounted(visible).length > 0 ? undefined : visible.findLast(({ record }) => record?.override)?.record?.override
  const override = given ? { ...given, open: named(open) } : open.length > 0 ? overrideOf(open, reason, 'the run is closed', now, by) : null
  return { ...rest, closedAt: now, updatedAt: now, outcome: outcomeOf(visible), ...(override && open.length > 0 ? { override } : {}) }
}

function outcomeOf(visible: VisibleStep[]): string | null {
  for (const { step, record } of visible) {
    if (step.kind !== 'decide' || record?.state !== 'done') continue
    return step.outcomes.find(({ id }) => id === record.outcomeId)?.label ?? null
  }
  return null
}

export function reopenRun({ override: _, ...run }: Run, now: number): Run {
  return { ...run, closedAt: null, outcome: null, updatedAt: now, reopenedAt: now }
}
