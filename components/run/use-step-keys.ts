// Moving through a run by keyboard: j and k to the next and previous step, 1 to 9 straight to one. Letters typed into a
// field are letters.
import { type RefObject, useEffect } from 'react'

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** Puts the focus on what a step is done with, and the step where it can be seen. */
export function focusStep(root: HTMLElement | null, stepId: string): void {
  const row = root?.querySelector<HTMLElement>(`[data-step="${CSS.escape(stepId)}"]`)
  row?.querySelector<HTMLElement>('[data-primary]')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

export function useStepKeys(root: RefObject<HTMLElement | null>, stepIds: string[], currentId: string | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      const at = currentId === null ? -1 : stepIds.indexOf(currentId)
      const target = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : event.key === 'j' ? at + 1 : event.key === 'k' ? at - 1 : null
      const stepId = target === null ? undefined : stepIds[target]
      if (stepId === undefined) return
      event.preventDefault()
      focusStep(root.current, stepId)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [root, stepIds, currentId])
}
