// The inbox by keyboard alone.
import { useKeys } from '../../components/inbox/use-keys.ts'
import type { useInboxCursor } from './use-inbox-cursor.ts'

interface Commands {
  open(id: string): void
  rule(): void
  ask(): void
  coach(): void
  search(): void
  help(): void
}

function isInside(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null
}

export function useInboxKeys(cursor: ReturnType<typeof useInboxCursor>, { open, rule, ask, coach, search, help }: Commands) {
  // Arrows scroll the reading pane; only inside the list do they move the cursor.
  const down = (event: KeyboardEvent) => isInside(event, '[data-index]') && cursor.next()
  const up = (event: KeyboardEvent) => isInside(event, '[data-index]') && cursor.previous()
  const enter = (event: KeyboardEvent) => {
    if (cursor.cursor === null || isInside(event, 'a, button')) return false
    open(cursor.cursor)
  }
  /** The button knows whether it may be pressed now. */
  const take = () => document.querySelector<HTMLElement>('[aria-keyshortcuts="t"]')?.click()
  useKeys({ j: cursor.next, k: cursor.previous, ArrowDown: down, ArrowUp: up, Enter: enter, t: take, r: rule, a: ask, c: coach, '/': search, '?': help })
}
