// Version, team, and a diagnostics file without anything personal in it.
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import styles from './panel.module.css'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'

export function AboutScreen({ store, version }: { store: SidebarStore; version: string }) {
  const { session } = useStore(store)
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
      </dl>
      <p>The diagnostics file holds versions, counts and states: no names, no addresses, no text of cases.</p>
      <div className={styles.actions}>
        <Button onClick={() => void store.device.diagnostics()}>Download diagnostics</Button>
        <Button onClick={() => void store.device.open('welcome')}>Team and sites</Button>
      </div>
    </SubScreen>
  )
}
