// z, or Ctrl+Z, takes the last change of the run back; in a field both belong to the field.
import { useEffect } from 'react'
import { isTyping } from './use-step-keys.ts'

export function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    if (!undo) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.altKey || event.shiftKey || event.defaultPrevented || isTyping(event.target)) return
      event.preventDefault()
      undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])
}
