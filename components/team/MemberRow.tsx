// One member with their role and their devices, and the way onto another one.
import { Button } from '@mantine/core'
import type { Device, Member } from '../../lib/schema/member.ts'
import { DeviceRow } from './DeviceRow.tsx'
import styles from './team.module.css'

interface Props {
  member: Member
  devices: Device[]
  isSelf: boolean
  now: number
  mayRevoke: boolean
  onRevoke(device: Device): void
  mayInvite: boolean
  isInviting: boolean
  onInvite(member: Member): void
  onNotes(member: Member): void
}

export function MemberRow({ member, devices, isSelf, now, mayRevoke, onRevoke, mayInvite, isInviting, onInvite, onNotes }: Props) {
  return (
    <li className={styles.member}>
      <div>
        <p className={styles.name}>
          {member.name}
          {isSelf && <span className={styles.muted}> (you)</span>}
        </p>
        <p className={styles.muted}>{member.role}</p>
      </div>
      {devices.length === 0 ? (
        <p className={styles.muted}>No device</p>
      ) : (
        <ul className={styles.devices} aria-label={`Devices of ${member.name}`}>
          {devices.map((device) => (
            <DeviceRow key={device.id} device={device} now={now} mayRevoke={mayRevoke} onRevoke={onRevoke} />
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        {!isSelf && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Notes to ${member.name}`}
            title="Coaching notes, between the member and leads"
            onClick={() => onNotes(member)}
          >
            Notes
          </Button>
        )}
        {mayInvite && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={isInviting}
            aria-label={`Invite ${member.name} on a new device`}
            title="For a second device, or after a revoked one"
            onClick={() => onInvite(member)}
          >
            New device
          </Button>
        )}
      </div>
    </li>
  )
}
