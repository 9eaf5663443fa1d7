// The keys of the panel, in one list: what `?` shows is what works.
import type { Browser } from '../../lib/browser.ts'

/** Shortcuts as they are set in this browser; null where none is. */
export interface CommandKeys {
  open: string | null
  toggle: string | null
  escalate: string | null
  screenshot: string | null
}

export async function readKeys(browser: Browser): Promise<CommandKeys> {
  const all = await browser.commands.getAll().catch(() => [])
  const of = (name: string) => all.find((command) => command.name === name)?.shortcut || null
  return { open: of('_execute_action'), toggle: of('toggle-rail'), escalate: of('escalate'), screenshot: of('screenshot') }
}

export function keyList(keys: CommandKeys): { keys: string; does: string }[] {
  const commands = [
    { keys: keys.open, does: 'Open the panel with this page read' },
    { keys: keys.toggle, does: 'Show or hide the rail in the page' },
    { keys: keys.escalate, does: 'Escalate this page at once' },
    { keys: keys.screenshot, does: 'Take the picture that a step waits for' },
  ]
  return [
    ...commands.map((command) => ({ ...command, keys: command.keys ?? 'not set' })),
    { keys: '/', does: 'Search playbooks and snippets' },
    { keys: 'Alt+P', does: 'In the search: pin what is chosen, or unpin it' },
    { keys: 'j  k', does: 'Next and previous step' },
    { keys: '1 – 9', does: 'Go to a step' },
    { keys: 'Space', does: 'Tick a step, or open it again' },
    { keys: 'n  s', does: 'On a step: not applicable, skip' },
    { keys: 'e', does: 'On a step: add evidence' },
    { keys: 'z', does: 'Take the last change of the run back' },
    { keys: 'Ctrl+Enter', does: 'Send the note you are typing' },
    { keys: 'Esc', does: 'Close what is open, then the rail' },
    { keys: '?', does: 'This list' },
  ]
}
