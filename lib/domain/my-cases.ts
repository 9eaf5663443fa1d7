// Which cases a member has at work, and in what order: what was handed to them first, then what was worked on last.
import type { CaseRow, MyCases, OpenEscalation, WorkedCase } from '../schema/cases.ts'
import type { OwnEscalation } from '../schema/escalation.ts'
import type { CasePlace, DeviceHandover } from '../schema/handover.ts'
import type { Run } from '../schema/run.ts'
import { caseTitle } from './case-title.ts'
import { progressOf } from './run.ts'

/** More than anybody reads; what is older is found by search and by link. */
const mostOpen = 300
const mostClosed = 20
/** How long a case that is closed stays in sight. */
export const recentMs = 7 * 24 * 60 * 60 * 1000

export interface Sources {
  memberId: string | null
  worked: readonly WorkedCase[]
  escalations: readonly OwnEscalation[]
  handovers: readonly DeviceHandover[]
  now: number
}

/** It waits for this member to take or to return it. */
export const isHandedTo = (handover: DeviceHandover, memberId: string | null): boolean => isUnsettled(handover) && handover.to.id === memberId

export function myCases({ memberId, worked, escalations, handovers, now }: Sources): MyCases {
  const rows = new Map<string, CaseRow>(worked.map(({ place, workedAt, runs }) => [place.key, { place, workedAt, runs, escalation: null, handover: null }]))
  const rowOf = (place: CasePlace, at: number): CaseRow => {
    const row = rows.get(place.key) ?? { place, workedAt: at, runs: [], escalation: null, handover: null }
    row.workedAt = Math.max(row.workedAt, at)
    rows.set(place.key, row)
    return row
  }
  for (const own of escalations) {
    const state = openEscalation(own)
    if (state === null) continue
    const row = rowOf(placeOfEscalation(own), own.content.createdAt)
    // One that waits for this member is not hidden by a later one that does not.
    if (row.escalation === null || state === 'asked') row.escalation = state
  }
  const own = handovers.filter(({ from, to, local }) => local !== 'undone' && (from.id === memberId || to.id === memberId))
  for (const handover of own) {
    if (!isUnsettled(handover) && now - (handover.record?.settledAt ?? 0) > recentMs) continue
    const row = rowOf(handover.content.case, handover.record?.settledAt ?? handover.content.createdAt)
    const isFirst = row.handover === null || (isUnsettled(handover) && !isUnsettled(row.handover))
    if (isFirst) row.handover = handover
  }
  const sorted = [...rows.values()].sort((a, b) => b.workedAt - a.workedAt)
  const isToMe = ({ handover }: CaseRow) => handover !== null && isHandedTo(handover, memberId)
  const handed = sorted.filter(isToMe)
  const open = sorted.filter((row) => !isToMe(row) && isAtWork(row))
  const closed = sorted.filter((row) => !isToMe(row) && !isAtWork(row) && now - row.workedAt <= recentMs)
  return { handed, open: open.slice(0, mostOpen), closed: closed.slice(0, mostClosed), more: Math.max(0, open.length - mostOpen) }
}

function isAtWork({ runs, escalation, handover }: CaseRow): boolean {
  return runs.some(({ isOpen }) => isOpen) || escalation !== null || (handover !== null && isUnsettled(handover))
}

/** Neither taken nor returned, as far as this device knows. */
export function isUnsettled({ local, record }: DeviceHandover): boolean {
  return local !== 'undone' && (record === null || record.status === 'open')
}

function openEscalation({ local, record }: OwnEscalation): OpenEscalation | null {
  if (local === 'undone') return null
  if (local === 'refused') return 'refused'
  if (local !== 'sent') return 'unsent'
  switch (record?.status) {
    case 'ruled':
    case 'withdrawn':
      return null
    case 'asked':
    case 'taken':
      return record.status
    default:
      return 'waiting'
  }
}

function placeOfEscalation({ caseKey, content: { case: context } }: OwnEscalation): CasePlace {
  return { key: caseKey, title: caseTitle(context), url: context.url, siteName: null }
}

/** As it is on screen; what is kept goes through `maskPlace`. */
export function placeOf(context: Parameters<typeof caseTitle>[0], siteName: string | null): CasePlace {
  return { key: context.key, title: caseTitle(context), url: context.url, siteName }
}

export function progressLine(run: Run, document: Parameters<typeof progressOf>[0], values: Record<string, string>): Omit<WorkedCase['runs'][number], 'isOpen'> {
  const { done, skipped, notApplicable, total } = progressOf(document, run, values)
  return { runId: run.id, playbookId: run.playbook.id, title: run.playbook.title, done, skipped, notApplicable, total }
}
