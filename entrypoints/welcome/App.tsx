// The first page: join a team, then set this browser up. Also where one comes back to sign out or change sites.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import type { Browser } from '../../lib/browser.ts'
import { AboutStep } from './AboutStep.tsx'
import type { Invitation } from './invite-link.ts'
import { JoinForm } from './JoinForm.tsx'
import { KeysStep } from './KeysStep.tsx'
import { Membership } from './Membership.tsx'
import { NotificationStep } from './NotificationStep.tsx'
import { PinStep } from './PinStep.tsx'
import { SitesStep } from './SitesStep.tsx'
import type { WelcomeStore } from './store.ts'
import styles from './welcome.module.css'

interface Props {
  store: WelcomeStore
  browser: Browser
  invitation: Invitation
  version: string
}

export function App({ store, browser, invitation, version }: Props) {
  const { session, theme, fault } = useStore(store)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const isIn = session?.state === 'active'

  return (
    <main className={styles.page}>
      <header>
        <p className={styles.mark}>Handrail</p>
        <h1>{isIn ? `Welcome, ${session.member?.name ?? ''}` : 'Join your team'}</h1>
        {!isIn && (
          <p className={styles.lead}>
            Handrail stands beside the page you work on: the playbook that fits the case, the reply to send, and one click to your lead.
          </p>
        )}
      </header>
      {fault && (
        <Notice live tone="amber" title="Handrail did not answer." actions={<Button onClick={() => void store.load()}>Try again</Button>}>
          <p>{fault}</p>
        </Notice>
      )}
      {session && !isIn && <JoinForm store={store} session={session} invitation={invitation} />}
      {isIn && (
        <>
          <Membership store={store} session={session} />
          <SitesStep store={store} />
          <NotificationStep browser={browser} />
          <PinStep isFirefox={browser.sidebarAction !== null} />
          <KeysStep browser={browser} />
        </>
      )}
      <AboutStep store={store} version={version} />
    </main>
  )
}
