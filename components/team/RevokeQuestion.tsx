// Asked before a device is revoked, because that cannot be undone.
import { Button, Modal } from '@mantine/core'
import type { Device } from '../../lib/schema/member.ts'
import styles from './team.module.css'

interface Props {
  device: Device | null
  busy: boolean
  onRevoke(device: Device): void
  onClose(): void
}

export function RevokeQuestion({ device, busy, onRevoke, onClose }: Props) {
  return (
    <Modal
      opened={device !== null}
      onClose={onClose}
      title={device ? `Revoke ${device.label} of ${device.member.name}?` : ''}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className={styles.prose}>
        The device stops receiving and sending at once. This cannot be undone; {device?.member.name} needs an invite for a new device to join with it again.
        What is unsent there stays there, can be exported, and goes out after that.
      </p>
      <div className={styles.actions}>
        <Button size="sm" variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
        <Button size="sm" variant="outline" color="red" loading={busy} onClick={() => device && onRevoke(device)}>
          Revoke device
        </Button>
      </div>
    </Modal>
  )
}
