// The number on the toolbar button: matching playbooks on this tab, quietly; amber only when a person is needed.
import type { Browser } from '../../lib/browser.ts'

const quiet = '#5c6670'
const needsPerson = '#b45309'

export async function showBadge(action: Browser['action'], tabId: number, facts: { matches: number; waitsForPerson: boolean }): Promise<void> {
  const text = facts.waitsForPerson ? '!' : facts.matches > 0 ? String(facts.matches) : ''
  try {
    await action.setBadgeBackgroundColor({ color: facts.waitsForPerson ? needsPerson : quiet, tabId })
    await action.setBadgeText({ text, tabId })
  } catch {
    // The tab is gone.
  }
}

/** On every tab without a number of its own. */
export async function showBadgeEverywhere(action: Browser['action'], waitsForPerson: boolean): Promise<void> {
  await action.setBadgeBackgroundColor({ color: waitsForPerson ? needsPerson : quiet })
  await action.setBadgeText({ text: waitsForPerson ? '!' : '' })
}
