// The reading pane before anything is opened: says how to begin.
import { Anchor } from '@mantine/core'
import { Keycap } from '../../components/ui/Keycap.tsx'
import styles from './frame.module.css'

interface Props {
  /** The address names an escalation that this device does not have. */
  isMissing: boolean
  count: number
  onKeys(): void
}

export function NothingOpen({ isMissing, count, onKeys }: Props) {
  return (
    <div className={styles.nothing}>
      <h1 className={styles.spoken}>Inbox</h1>
      {isMissing && <p>This escalation is not on this device. It may belong to another team, or the hub has not sent it yet.</p>}
      {!isMissing && count > 0 && (
        <p>
          Choose an escalation, or press <Keycap keys="J" /> and <Keycap keys="Enter" />.
        </p>
      )}
      <p>
        <Anchor component="button" type="button" inherit onClick={onKeys}>
          All keys
        </Anchor>{' '}
        <Keycap keys="?" />
      </p>
    </div>
  )
}
