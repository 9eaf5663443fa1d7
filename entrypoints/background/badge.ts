// The number on the toolbar button: matching playbooks on this tab, quietly; amber only when a person is needed.
import type { Browser } from '../../lib/browser.ts'
import { statusOf } from './status.ts'
import type { Worker } from './worker.ts'

const quiet = '#5c6670'
const needsPerson = '#b45309'

export async function showBadge(action: Browser['action'], tabId: number, facts: { matches: number; waitsForPerson: boolean }): Promise<void> {
  // Null and not empty: what a person is needed for shows through on a tab that has nothing of its own to say.
  const text = facts.waitsForPerson ? '!' : facts.matches > 0 ? String(facts.matches) : null
  try {
    await action.setBadgeBackgroundColor({ color: facts.waitsForPerson || text === null ? needsPerson : quiet, tabId })
    await action.setBadgeText({ text, tabId })
  } catch {
    // The tab is gone.
  }
}

/** On every tab without a number of its own: something was refused or lost, or the database cannot be opened. */
export async function showNeed(worker: Worker): Promise<void> {
  const { action } = worker.browser
  const { refused, lost, database } = await statusOf(worker)
  const waitsForPerson = refused > 0 || lost.length > 0 || database !== 'ok'
  await action.setBadgeBackgroundColor({ color: waitsForPerson ? needsPerson : quiet })
  await action.setBadgeText({ text: waitsForPerson ? '!' : '' })
}
