// Moving through My cases by keyboard: from row to row by the arrows or the keys of the suggestions; choosing a row, handing over, filtering.
import { type RefObject, useEffect, useRef } from 'react'
import { isTyping } from '../../components/ui/keyboard.ts'
import { useActions } from '../../components/ui/use-action.ts'

interface Acts {
  onChoose: (key: string) => void
  /** The row in focus, for when none is chosen. */
  onHandOver: (key: string | null) => void
}

const rowsIn = (root: HTMLElement) => Array.from(root.querySelectorAll<HTMLElement>('[data-case]'))

function move(root: HTMLElement | null, by: number): boolean {
  if (!root) return false
  const rows = rowsIn(root)
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus()
  return rows.length > 0
}

export function useCaseKeys(root: RefObject<HTMLElement | null>, { onChoose, onHandOver }: Acts): void {
  useActions(['next', 'previous', 'choose-case', 'hand-over', 'search'], (id) => {
    const key = root.current && (rowsIn(root.current).find((row) => row === document.activeElement)?.dataset.case ?? null)
    if (id === 'next' || id === 'previous') return move(root.current, id === 'next' ? 1 : -1)
    if (id === 'hand-over') return onHandOver(key)
    if (id === 'choose-case') return key === null ? false : onChoose(key)
    const filter = root.current?.querySelector<HTMLElement>('[data-filter]')
    filter?.focus()
    return filter != null
  })

  // From the filter, too: arrows mean nothing else there.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = isTyping(event.target) && !(event.target as Element).matches('[data-filter]')
      if (isElsewhere || event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      if (move(root.current, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [root])

  // The list is there to be moved through: the first row has the focus once, unless the agent is somewhere already.
  const isMet = useRef(false)
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[data-case]')
    if (isMet.current || !first) return
    isMet.current = true
    if (document.hasFocus() && document.activeElement === document.body) first.focus({ preventScroll: true })
  })
}
