// Moving through My cases by keyboard: arrows, j and k from row to row, x chooses the row, h hands over, / goes to the filter.
import { type RefObject, useEffect, useRef } from 'react'
import { isTyping } from '../../components/run/use-step-keys.ts'

interface Acts {
  onChoose: (key: string) => void
  /** The row in focus, for when none is chosen. */
  onHandOver: (key: string | null) => void
}

const moves: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

export function useCaseKeys(root: RefObject<HTMLElement | null>, acts: Acts): void {
  const newest = useRef(acts)
  newest.current = acts
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !root.current) return
      if (isTyping(event.target) && !event.key.startsWith('Arrow')) return
      const rows = Array.from(root.current.querySelectorAll<HTMLElement>('[data-case]'))
      const at = rows.indexOf(document.activeElement as HTMLElement)
      const key = rows[at]?.dataset.case ?? null
      const move = moves[event.key]
      const filter = root.current.querySelector<HTMLElement>('[data-filter]')
      if (move !== undefined) rows[Math.max(0, Math.min(rows.length - 1, at + move))]?.focus()
      else if (event.key === 'x' && key !== null) newest.current.onChoose(key)
      else if (event.key === 'h') newest.current.onHandOver(key)
      else if (event.key === '/' && filter) filter.focus()
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // Before the keys of the whole panel.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [root])

  // The list is there to be moved through: the first row has the focus unless the agent is somewhere already.
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.querySelector<HTMLElement>('[data-case]')?.focus()
  })
}
