// Single-key commands of a screen. They stay silent while someone types, while a modifier is down and while a dialog is open.
import { useEffect, useRef } from 'react'

/** A command that answers false leaves the key to the browser. */
export type KeyMap = Record<string, (event: KeyboardEvent) => unknown>

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
}

export function useKeys(keys: KeyMap) {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('[role=dialog]')) return
      const act = current.current[event.key]
      if (act && act(event) !== false) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
