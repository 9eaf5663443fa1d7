// What one tab shows, joined with what this device knows of the case: matches, runs, own and colleagues' escalations.
import type { Tab } from '../../lib/browser.ts'
import { escalationsOfCase } from '../../lib/db/escalations.ts'
import { getHabits } from '../../lib/db/habits.ts'
import { listHandovers } from '../../lib/db/handovers.ts'
import { runsOfCase } from '../../lib/db/runs.ts'
import { ownerOf } from '../../lib/db/session.ts'
import { othersOnCase } from '../../lib/db/summaries.ts'
import { sortByHabits } from '../../lib/domain/habits.ts'
import type { Facts } from '../../lib/domain/match.ts'
import type { CaseContext, KeptBack, Match } from '../../lib/schema/case.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import { defaultRail } from '../../lib/schema/settings.ts'
import type { CaseView } from '../../lib/schema/views.ts'
import { showBadge } from './badge.ts'
import { carryOver } from './read-at-last.ts'
import { viewRun } from './run-view.ts'
import { readTab, type TabReading } from './tab-reading.ts'
import type { Worker } from './worker.ts'

export async function viewCase(worker: Worker, tabId: number | null): Promise<CaseView> {
  const reading = await readTab(worker.reading, tabId)
  const { context, origin, siteName, isEnabled } = reading
  await worker.cases.remember(context)
  await carryOver(worker, tabId, context)
  const [{ shown: matches, away: putAway }, keptBack, known] = await Promise.all([
    matchesOf(worker, reading),
    keptBackOf(worker, reading),
    knownOf(worker, context.key),
  ])
  if (tabId !== null) await showBadge(worker.browser.action, tabId, { matches: matches.length, waitsForPerson: known.escalations.some(waitsForPerson) })
  const rail = origin === null ? null : ((await worker.sites.find(origin))?.rail ?? defaultRail)
  const wanted = await worker.pictures.wanted()
  const picture = wanted && wanted.tabId === tabId ? { runId: wanted.runId, stepId: wanted.stepId, fault: wanted.fault } : null
  return { tabId, context, siteName, origin, siteEnabled: isEnabled, rail, matches, putAway, keptBack, ...known, picture }
}

/** Every surface counts the same: what fits and was not put away. */
export async function matchesOf(
  { matching, database }: Worker,
  { context, text }: Pick<TabReading, 'context' | 'text'>,
): Promise<{ shown: Match[]; away: Match[] }> {
  if (context.access === 'none') return { shown: [], away: [] }
  const habits = await database.use(async (db) => getHabits(db, await ownerOf(db)))
  return sortByHabits((await matching.matcher()).match(factsOf(context, text)), habits, context.key)
}

async function keptBackOf({ matching }: Worker, { context, text }: TabReading): Promise<KeptBack[]> {
  return context.access === 'none' ? [] : (await matching.matcher()).keptBack(factsOf(context, text))
}

const factsOf = ({ url, title, fields }: CaseContext, text: Facts['text']): Facts => ({ url, title, fields, text })

async function knownOf({ database }: Worker, caseKey: string): Promise<Pick<CaseView, 'runs' | 'escalations' | 'others' | 'handovers'>> {
  return database.use(async (db) => {
    const memberId = await ownerOf(db)
    const [runs, escalations, others, handed] = await Promise.all([
      runsOfCase(db, caseKey, memberId),
      escalationsOfCase(db, caseKey, memberId),
      othersOnCase(db, caseKey, memberId),
      listHandovers(db),
    ])
    const views = await Promise.all(runs.map((run) => viewRun(db, run)))
    const handovers = handed.filter(({ from, to, content }) => content.case.key === caseKey && [from.id, to.id].includes(memberId ?? ''))
    return { runs: views.filter((view) => view !== null), escalations, others, handovers }
  })
}

export async function isPersonNeeded({ database }: Pick<Worker, 'database'>, caseKey: string): Promise<boolean> {
  return database.use(async (db) => (await escalationsOfCase(db, caseKey, await ownerOf(db))).some(waitsForPerson))
}

/** A question that this agent has not answered, or an item that the hub refused. */
function waitsForPerson({ local, record, waiting = [] }: OwnEscalation): boolean {
  const isAnswered = waiting.some(({ kind }) => kind === 'answer' || kind === 'withdraw')
  return local === 'refused' || (local === 'sent' && record?.status === 'asked' && !isAnswered)
}

/** The tab to speak of when the page that asks is none's frame and names none. */
export async function activeTab({ browser }: Pick<Worker, 'browser'>): Promise<Tab | null> {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0] ?? null
}
