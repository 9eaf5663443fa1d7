// Who may sit at this desk. Everybody else reads in plain words why not, and where to go instead.
import { Button } from '@mantine/core'
import { DeskFrame } from './DeskFrame.tsx'
import { useDesk, useDeskState } from './desk-context.ts'
import styles from './frame.module.css'
import { LoadFault } from './LoadFault.tsx'
import { notifyFailure } from './notify.ts'

type Surface = 'welcome' | 'panel' | 'tab'

export function Gate() {
  const { client, store } = useDesk()
  const session = useDeskState((state) => state.session)
  const fault = useDeskState(({ faults }) => faults.session)
  const problem = useDeskState(({ status }) => (status && status.database !== 'ok' ? status.problem : null))

  const open = (surface: Surface) => {
    client.send('surface.open', { surface, tabId: null, path: '' }).catch(notifyFailure)
  }

  if (!session) return fault ? <LoadFault failure={fault} onRetry={() => void store.load('session')} /> : null
  if (session.state === 'none' || session.member === null) {
    return (
      <main className={styles.gate}>
        <h1>No team on this device yet</h1>
        <p>The console shows what your team's agents escalate. Join with the invite from your admin, or with the first one that the hub printed.</p>
        {problem && <p>{problem}</p>}
        <Button onClick={() => open('welcome')}>Join team</Button>
      </main>
    )
  }
  if (session.state === 'revoked') {
    return (
      <main className={styles.gate}>
        <h1>This device was revoked</h1>
        <p>
          {session.team?.name ?? 'The team'} no longer accepts it. What was typed and saved here is still on this device. Ask an admin for an invite “for a new
          device” to go on as {session.member.name}.
        </p>
        <Button onClick={() => open('welcome')}>Join again</Button>
      </main>
    )
  }
  if (session.state === 'left') {
    return (
      <main className={styles.gate}>
        <h1>You are signed out</h1>
        <p>Drafts and unsent items of {session.member.name} stay on this device and go out when the same member joins again.</p>
        <Button onClick={() => open('welcome')}>Join team</Button>
      </main>
    )
  }
  if (session.member.role === 'agent') {
    return (
      <main className={styles.gate}>
        <h1>The console is for leads</h1>
        <p>
          You are {session.member.name}, an agent in {session.team?.name ?? 'your team'}. Your playbooks and your escalations are in the panel beside the case.
          If you lead, ask an admin for a lead's invite.
        </p>
        <Button onClick={() => open('tab')}>Open the panel</Button>
      </main>
    )
  }
  return <DeskFrame session={session} />
}
