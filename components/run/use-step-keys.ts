// Moving through a run by keyboard: to the next and previous step, or straight to one by its number.
import type { RefObject } from 'react'
import { useActions } from '../ui/use-action.ts'

/** Puts the focus on what a step is done with, and the step where it can be seen. */
export function focusStep(root: HTMLElement | null, stepId: string): void {
  const row = root?.querySelector<HTMLElement>(`[data-step="${CSS.escape(stepId)}"]`)
  row?.querySelector<HTMLElement>('[data-primary]')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

export function useStepKeys(root: RefObject<HTMLElement | null>, stepIds: string[], currentId: string | null): void {
  useActions(['next', 'previous', 'nth'], (id, { key }) => {
    const at = currentId === null ? -1 : stepIds.indexOf(currentId)
    const stepId = stepIds[id === 'nth' ? Number(key) - 1 : id === 'next' ? at + 1 : at - 1]
    if (stepId === undefined) return false
    focusStep(root.current, stepId)
  })
}
