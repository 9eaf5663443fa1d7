// One member with their role and their devices.
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
}

export function MemberRow({ member, devices, isSelf, now, mayRevoke, onRevoke }: Props) {
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
    </li>
  )
}
