// One device of a member: when it was last heard, and the end of it.
import { Button } from '@mantine/core'
import type { Device } from '../../lib/schema/member.ts'
import { agoInWords } from '../ui/time-words.ts'
import styles from './team.module.css'

interface Props {
  device: Device
  now: number
  mayRevoke: boolean
  onRevoke(device: Device): void
}

export function DeviceRow({ device, now, mayRevoke, onRevoke }: Props) {
  const isRevoked = device.revokedAt !== null
  return (
    <li className={styles.device} data-revoked={isRevoked || undefined}>
      <span>{device.label}</span>
      <span className={styles.muted}>
        {device.revokedAt !== null && `revoked ${agoInWords(device.revokedAt, now)}`}
        {!isRevoked && (device.lastSeenAt === null ? 'never heard' : `last heard ${agoInWords(device.lastSeenAt, now)}`)}
      </span>
      {mayRevoke && !isRevoked && (
        <Button size="compact-xs" variant="subtle" color="red" aria-label={`Revoke ${device.label} of ${device.member.name}`} onClick={() => onRevoke(device)}>
          Revoke
        </Button>
      )}
    </li>
  )
}
