// The suggestions by keyboard: from one to the next, open one by its number, pin it, put it away and bring it back.
import { type RefObject, useEffect, useRef } from 'react'
import { useActions } from '../ui/use-action.ts'

interface Acts {
  /** Of the suggestions, in order. */
  ids: string[]
  /** Started ones stay. */
  mayPutAway: (playbookId: string) => boolean
  /** What was put away, the last one last. */
  away: string[]
  onOpen: (playbookId: string) => void
  onPin: (playbookId: string) => void
  onPutAway: (playbookId: string) => void
  onBringBack: (playbookId: string) => void
}

export function useSuggestionKeys(list: RefObject<HTMLElement | null>, { ids, mayPutAway, away, onOpen, onPin, onPutAway, onBringBack }: Acts): void {
  /** Where to go on once the list has changed. */
  const goOnAt = useRef<number | null>(null)
  const rows = () => Array.from(list.current?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])
  const at = () => rows().findIndex((row) => row.closest('li')?.contains(document.activeElement))

  useEffect(() => {
    if (goOnAt.current === null || ids.length === 0) return
    rows()[Math.min(goOnAt.current, ids.length - 1)]?.focus()
    goOnAt.current = null
  })

  useActions(['next', 'previous', 'nth', 'pin', 'put-away', 'bring-back'], (id, { key }) => {
    const now = at()
    const chosen = ids[now]
    if (id === 'nth') {
      const playbookId = ids[Number(key) - 1]
      return playbookId === undefined ? false : onOpen(playbookId)
    }
    if (id === 'bring-back') {
      const last = away.at(-1)
      return last === undefined ? false : onBringBack(last)
    }
    // Which one is meant is seen first.
    if (id === 'next' || id === 'previous' || chosen === undefined) return rows()[id === 'previous' ? Math.max(now - 1, 0) : now + 1]?.focus()
    if (id === 'pin') {
      onPin(chosen)
    } else if (mayPutAway(chosen)) {
      goOnAt.current = now
      onPutAway(chosen)
    } else return false
  })
}
