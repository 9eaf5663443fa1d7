// Version, team, and a diagnostics file without anything personal in it.
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import styles from './panel.module.css'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'

export function AboutScreen({ store, version }: { store: SidebarStore; version: string }) {
  const { session, settings } = useStore(store)
  const isRefused = Notification.permission === 'denied'
  const isOn = settings?.notifications ?? true
  return (
    <SubScreen title="About Handrail" onBack={() => store.case.go('case')}>
      <dl className={styles.about}>
        <dt>Version</dt>
        <dd>{version}</dd>
        {session?.member && (
          <>
            <dt>You are</dt>
            <dd>
              {session.member.name}, {session.member.role}
              {session.team && ` in ${session.team.name}`}
            </dd>
          </>
        )}
        {session?.hubUrl && (
          <>
            <dt>Hub</dt>
            <dd>{session.hubUrl}</dd>
          </>
        )}
        <dt>Notifications</dt>
        <dd>
          {isRefused && 'The browser refuses them. Questions and rulings still appear here, on the case.'}
          {!isRefused && (isOn ? 'On, for questions and rulings. ' : 'Off. Questions and rulings still appear here, on the case. ')}
          {!isRefused && settings && (
            <Button look="link" onClick={() => void store.device.setSettings({ notifications: !isOn })}>
              {isOn ? 'Switch off' : 'Switch on'}
            </Button>
          )}
        </dd>
        <dt>Private windows</dt>
        <dd>Only where you allow it on the browser's page of extensions. What you escalate there is kept on this device until it is sent.</dd>
      </dl>
      <p>The diagnostics file holds versions, counts and states: no names, no addresses, no text of cases.</p>
      <div className={styles.actions}>
        <Button onClick={() => void store.device.diagnostics()}>Download diagnostics</Button>
        <Button onClick={() => void store.device.open('welcome')}>Team and sites</Button>
      </div>
    </SubScreen>
  )
}
