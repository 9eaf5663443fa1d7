// Who works together, and on what.
import type { Device, Member } from '../../lib/schema/member.ts'
import type { TeamView } from '../../lib/schema/views.ts'
import { MemberRow } from './MemberRow.tsx'
import styles from './team.module.css'

interface Props {
  team: TeamView
  selfId: string
  now: number
  mayRevoke: boolean
  onRevoke(device: Device): void
  mayInvite(member: Member): boolean
  /** Whose invite is being made. */
  invitingId: string | null
  onInvite(member: Member): void
  onNotes(member: Member): void
}

const rank = { admin: 0, lead: 1, agent: 2 } as const

export function MemberList({ team, selfId, now, mayRevoke, onRevoke, mayInvite, invitingId, onInvite, onNotes }: Props) {
  const members = team.members.toSorted((a, b) => rank[a.role] - rank[b.role] || a.name.localeCompare(b.name))
  const devicesOf = (memberId: string) =>
    team.devices.filter(({ member }) => member.id === memberId).sort((a, b) => (b.lastSeenAt ?? b.createdAt) - (a.lastSeenAt ?? a.createdAt))
  return (
    <section aria-labelledby="members-title">
      <h2 id="members-title" className={styles.title}>
        Members and devices
      </h2>
      <ul className={styles.members} aria-labelledby="members-title">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            devices={devicesOf(member.id)}
            isSelf={member.id === selfId}
            now={now}
            mayRevoke={mayRevoke}
            onRevoke={onRevoke}
            mayInvite={mayInvite(member)}
            isInviting={member.id === invitingId}
            onInvite={onInvite}
            onNotes={onNotes}
          />
        ))}
      </ul>
    </section>
  )
}
