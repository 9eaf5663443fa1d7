// Keys of the panel as a whole. Whoever is open (a menu, a form, a search) gets Escape first.

import { isTyping } from '../../components/ui/keyboard.ts'
import { leaveField } from '../../components/ui/landing.ts'
import { useAction } from '../../components/ui/use-action.ts'
import { Theme } from '../../lib/schema/settings.ts'
import type { SidebarStore } from './store.ts'

export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-search]')?.focus()
}

export function usePanelKeys(store: SidebarStore): void {
  const { device, escalation } = store
  useAction('search', () => {
    store.case.go('case')
    requestAnimationFrame(focusSearch)
  })
  useAction('close', ({ target }) => {
    const { screen, surface, insert, notice, isFormOpen, handing } = store.getState()
    if (isTyping(target)) leaveField(target as Element)
    else if (screen !== 'case') store.case.go(screen === 'handover' && handing ? 'cases' : 'case')
    else if (insert ?? notice) store.setState({ insert: null, notice: null })
    else if (isFormOpen) escalation.openForm(false)
    else if (surface === 'frame') void device.closeRail()
    else return false
  })
  useAction('theme', () => {
    const now = Theme.options.indexOf(store.getState().settings?.theme ?? 'system')
    void device.setSettings({ theme: Theme.options[(now + 1) % Theme.options.length]! })
  })
}
