// One quiet line: is everything delivered, and the menu with all that is rarely needed.
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { Icon } from '../../components/ui/Icon.tsx'
import { Menu, type MenuAction } from '../../components/ui/Menu.tsx'
import { defaultRail, type Theme } from '../../lib/schema/settings.ts'
import type { StatusView } from '../../lib/schema/views.ts'
import { othersShort } from './others-words.ts'
import styles from './panel.module.css'
import { railActions } from './rail-actions.ts'
import type { SidebarStore } from './store.ts'

const hubWords: Record<StatusView['hub'], string> = {
  none: 'Not in a team',
  connecting: 'Connecting to the hub',
  connected: 'Connected',
  unreachable: 'The hub cannot be reached',
  revoked: 'Signed out by the team',
  left: 'Signed out',
}
const themes: [theme: Theme, word: string, label: string][] = [
  ['system', 'System', 'Theme of the system'],
  ['light', 'Light', 'Light theme'],
  ['dark', 'Dark', 'Dark theme'],
]
function statusWords({ hub, queued, refused, others = [] }: StatusView): string {
  const parts = [hubWords[hub]]
  if (queued > 0) parts.push(`${queued} waiting`)
  if (refused > 0) parts.push(`${refused} refused`)
  parts.push(...others.map(othersShort))
  return parts.join(', ')
}

export function PanelFooter({ store }: { store: SidebarStore }) {
  const { status, settings, surface, view, session, news } = useStore(store)
  const { unread, waiting = { asked: 0, handed: 0 } } = news
  const { device, escalation } = store
  const isRailHere = surface === 'frame' || view?.siteEnabled === true
  const role = session?.member?.role
  const actions: MenuAction[] = [
    { label: 'News', action: 'news', ...(unread > 0 ? { hint: unread === 1 ? 'One is new' : `${unread} are new` } : {}), act: store.news.open },
    { label: 'My cases', action: 'cases', act: () => store.case.go('cases') },
    { label: 'Hand to a colleague', action: 'hand-over', act: () => store.getState().screen !== 'handover' && store.case.go('handover') },
    { label: 'My escalations', action: 'mine', act: () => void escalation.listMine() },
    { label: 'My snippets', action: 'own-snippets', act: () => store.case.go('own-snippets') },
    ...(role === 'lead' || role === 'admin'
      ? [
          { label: 'How this page is read', act: () => store.case.go('reading') },
          { label: 'Open the console', action: 'console' as const, act: () => void device.open('console') },
        ]
      : []),
    ...(surface === 'panel' || !device.mayOpenPanel
      ? []
      : [{ label: 'Open in the side panel', action: 'side-panel' as const, first: true, act: () => void device.open('panel') }]),
    ...(surface === 'tab' ? [] : [{ label: 'Open in its own tab', action: 'own-tab' as const, act: () => void device.open('tab') }]),
    ...(isRailHere ? railActions(store.device, view?.rail ?? defaultRail, view?.origin ?? null, Date.now()) : []),
    ...themes.map(([theme, word, label], index) => ({
      ...{ row: 'Theme', word, label },
      first: index === 0,
      ticked: (settings?.theme ?? 'system') === theme,
      act: () => void device.setSettings({ theme }),
    })),
    { label: 'Keys', action: 'keys', first: true, act: () => store.case.go('keys') },
    { label: 'Team and sites', act: () => void device.open('welcome') },
    { label: 'About Handrail', act: () => store.case.go('about') },
  ]
  return (
    <footer className={styles.footer}>
      <p role="status" data-hub={status?.hub}>
        {status && <Icon name={status.hub === 'connected' ? 'check' : 'dash'} />}
        {status ? statusWords(status) : 'Starting'}
      </p>
      <span className={styles.unread}>
        {waiting.asked > 0 && (
          <Button look="quiet" title="Escalations on which a lead asks you something" onClick={() => void escalation.listMine()}>
            {waiting.asked} asked
          </Button>
        )}
        {waiting.handed > 0 && (
          <Button look="quiet" title="Cases that colleagues hand to you" onClick={() => store.case.go('cases')}>
            {waiting.handed} handed
          </Button>
        )}
        {unread > 0 && (
          <Button look="quiet" onClick={store.news.open}>
            {unread} new
          </Button>
        )}
      </span>
      <Menu label="Panel menu" actions={actions} action="menu" opens="up" />
    </footer>
  )
}
