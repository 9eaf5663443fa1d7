// The team: who is in it, on which devices, and how somebody joins.
import { useEffect, useState } from 'react'
import { InviteForm } from '../../components/team/InviteForm.tsx'
import { MemberList } from '../../components/team/MemberList.tsx'
import { RevokeQuestion } from '../../components/team/RevokeQuestion.tsx'
import styles from '../../components/team/team.module.css'
import { type Device, type Invite, type Member, Role } from '../../lib/schema/member.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import { LoadFault } from './LoadFault.tsx'
import { MemberNotes } from './MemberNotes.tsx'
import { notifyDone, notifyFailure } from './notify.ts'
import { useMember } from './use-member.ts'
import { useNow } from './use-now.ts'

export function TeamScreen() {
  const { client, store } = useDesk()
  const self = useMember()
  const now = useNow()
  const team = useDeskState((state) => state.team)
  const teamName = useDeskState(({ session }) => session?.team?.name)
  const fault = useDeskState(({ faults }) => faults.team)
  const [invite, setInvite] = useState<Invite | null>(null)
  const [asked, setAsked] = useState<Device | null>(null)
  /** A member's id: that member is being invited again. */
  const [busy, setBusy] = useState<string | null>(null)
  const [noted, setNoted] = useState<Member | null>(null)
  const isAdmin = self.role === 'admin'

  useEffect(() => {
    void store.load('team')
  }, [store])

  const attempt = async (what: string, command: () => Promise<void>) => {
    setBusy(what)
    try {
      await command()
    } catch (cause) {
      notifyFailure(cause)
    }
    setBusy(null)
  }
  const inviteAgain = ({ id, role }: Member) => attempt(id, async () => setInvite(await client.send('team.invite', { role, memberId: id })))
  const revoke = (device: Device) =>
    attempt('revoke', async () => {
      await client.send('device.revoke', { id: device.id })
      await store.load('team')
      setAsked(null)
      notifyDone(`${device.label} of ${device.member.name} is revoked.`)
    })

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className={styles.page} tabIndex={0}>
      <div className={styles.columns}>
        <h1 className={styles.heading}>{teamName ?? 'Team'}</h1>
        {team && (
          <MemberList
            team={team}
            selfId={self.id}
            now={now}
            mayRevoke={isAdmin}
            onRevoke={setAsked}
            mayInvite={({ role }) => isAdmin || role === 'agent'}
            invitingId={busy}
            onInvite={(member) => void inviteAgain(member)}
            onNotes={setNoted}
          />
        )}
        {!team && fault && <LoadFault failure={fault} onRetry={() => void store.load('team')} />}
        <InviteForm
          roles={isAdmin ? Role.options : ['agent']}
          invite={invite}
          busy={busy === 'invite'}
          onInvite={(role) => void attempt('invite', async () => setInvite(await client.send('team.invite', { role })))}
        />
      </div>
      <MemberNotes member={noted} now={now} onClose={() => setNoted(null)} />
      <RevokeQuestion device={asked} busy={busy === 'revoke'} onRevoke={(device) => void revoke(device)} onClose={() => setAsked(null)} />
    </div>
  )
}
