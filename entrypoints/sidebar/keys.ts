// The keys of the browser's own commands: they work while the page has the focus, and only the browser can change them.
import type { Browser } from '../../lib/browser.ts'

/** Shortcuts as they are set in this browser; null where none is. */
export interface CommandKeys {
  open: string | null
  toggle: string | null
  escalate: string | null
  screenshot: string | null
}

export async function readKeys(browser: Browser): Promise<CommandKeys> {
  // A frame in a page of Firefox has no commands to ask.
  const all = (await browser.commands?.getAll().catch(() => [])) ?? []
  const of = (name: string) => all.find((command) => command.name === name)?.shortcut || null
  return { open: of('_execute_action'), toggle: of('toggle-rail'), escalate: of('escalate'), screenshot: of('screenshot') }
}
