// Keys that work anywhere in the panel. Whoever is open (a menu, a form, a search) gets Escape first.
import { useEffect } from 'react'
import { isTyping } from '../../components/run/use-step-keys.ts'
import type { SidebarStore } from './store.ts'

export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search]')?.focus()
}

export function useGlobalKeys(store: SidebarStore): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const { screen, surface } = store.getState()
      if (event.key === 'Escape') {
        if (screen !== 'case') store.case.go('case')
        else if (surface === 'frame') void store.device.closeRail()
        else return
      } else if (isTyping(event.target)) return
      else if (event.key === '/') {
        store.case.go('case')
        requestAnimationFrame(focusSearch)
      } else if (event.key === '?') store.case.go('keys')
      else if (event.key === 'w') store.news.open()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [store])
}
