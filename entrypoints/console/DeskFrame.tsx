// The desk of a lead: rail at the left, the screen that the address names beside it, what is wrong above both.
import { lazy, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { needsPerson } from '../../components/inbox/inbox-filter.ts'
import { isUnanswered } from '../../lib/domain/flag.ts'
import { defaultSettings, type Theme } from '../../lib/schema/settings.ts'
import type { SessionView } from '../../lib/schema/views.ts'
import { Banners } from './Banners.tsx'
import { useDesk, useDeskState } from './desk-context.ts'
import styles from './frame.module.css'
import { InboxScreen } from './InboxScreen.tsx'
import { notifyFailure } from './notify.ts'
import { Rail } from './Rail.tsx'
import { paths } from './routes.ts'
import { useNow } from './use-now.ts'

const PlaybooksScreen = lazy(() => import('./PlaybooksScreen.tsx').then(({ PlaybooksScreen }) => ({ default: PlaybooksScreen })))
const SitesScreen = lazy(() => import('./SitesScreen.tsx').then(({ SitesScreen }) => ({ default: SitesScreen })))
const TeamScreen = lazy(() => import('./TeamScreen.tsx').then(({ TeamScreen }) => ({ default: TeamScreen })))

export function DeskFrame({ session }: { session: SessionView }) {
  const { client, store } = useDesk()
  const now = useNow()
  const status = useDeskState((state) => state.status)
  const settings = useDeskState((state) => state.settings) ?? defaultSettings
  const sites = useDeskState((state) => state.sites)
  const waiting = useDeskState(({ inbox }) => inbox?.filter(needsPerson).length ?? 0)
  const flags = useDeskState((state) => state.flags?.filter(isUnanswered).length ?? 0)

  useEffect(() => {
    void store.load('inbox')
    void store.load('playbooks')
    void store.load('sites')
    void store.load('flags')
    void store.load('notes')
  }, [store])
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Handrail console` : 'Handrail console'
  }, [waiting])

  const set = (change: { theme?: Theme; notifications?: boolean }) => {
    client.send('settings.set', change).then(() => store.load('settings'), notifyFailure)
  }

  return (
    <div className={styles.frame}>
      <div className={styles.banners}>
        <Banners sites={sites} status={status} notificationsOn={settings.notifications} now={now} onNotifications={() => set({ notifications: true })} />
      </div>
      <Rail session={session} status={status} now={now} waiting={waiting} flags={flags} theme={settings.theme} onTheme={(theme) => set({ theme })} />
      <main className={styles.screen}>
        <Suspense>
          <Switch>
            <Route path={paths.inbox}>
              <InboxScreen reading={null} />
            </Route>
            <Route path={paths.escalation}>{({ id }) => <InboxScreen reading={id} />}</Route>
            <Route path={paths.playbooks}>
              <PlaybooksScreen slug={null} mode="read" />
            </Route>
            <Route path={paths.newPlaybook}>
              <PlaybooksScreen slug={null} mode="new" />
            </Route>
            <Route path={paths.playbook}>{({ slug }) => <PlaybooksScreen slug={slug} mode="read" />}</Route>
            <Route path={paths.playbookEdit}>{({ slug }) => <PlaybooksScreen slug={slug} mode="edit" />}</Route>
            <Route path={paths.playbookVersion}>{({ slug, version }) => <PlaybooksScreen slug={slug} mode="read" version={Number(version)} />}</Route>
            <Route path={paths.sites}>
              <SitesScreen />
            </Route>
            <Route path={paths.team}>
              <TeamScreen />
            </Route>
            <Route>
              <Redirect to={paths.inbox} replace />
            </Route>
          </Switch>
        </Suspense>
      </main>
    </div>
  )
}
