// Keeps the focus when the control that had it leaves the screen: a form that closes, a step that folds, a screen that goes. Takes it
// from nobody: neither from a page beside the panel nor from a person who clicked beside everything.
import { useEffect } from 'react'
import { isThere, landing } from './landing.ts'

interface Place {
  element: HTMLElement
  stepId: string | null
}

const most = 30

export function useFocusKeeper(): void {
  useEffect(() => {
    let trail: Place[] = []
    let frame = 0

    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      const place = { element: target, stepId: target.closest<HTMLElement>('[data-step]')?.dataset.step ?? null }
      trail = [...trail.filter(({ element }) => element !== target && element.isConnected), place].slice(-most)
    }
    const look = () => {
      const last = trail.at(-1)
      const isLost = document.activeElement === document.body && last && !isThere(last.element)
      if (!isLost || !document.hasFocus()) return
      const sameStep = last.stepId && document.querySelector<HTMLElement>(`[data-step="${CSS.escape(last.stepId)}"] [data-primary]`)
      const before = trail.findLast(({ element }) => isThere(element) && !element.matches('[data-search]'))?.element
      const target = sameStep && isThere(sameStep) ? sameStep : (before ?? landing())
      target?.focus()
    }
    // What takes the focus on purpose does so before the next frame.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden', 'style'] })
    document.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      document.removeEventListener('focusin', onFocus)
    }
  }, [])
}
