// Is what was sent also delivered? One glance, in words.
import { IconCircleCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { momentOf } from '../../components/inbox/age.ts'
import type { StatusView } from '../../lib/schema/views.ts'
import styles from './rail.module.css'

interface Props {
  status: StatusView | null
  now: number
}

function wordsOf(status: StatusView, now: number): string {
  const queued = status.queued > 0 ? `, ${status.queued} waiting here` : ''
  switch (status.hub) {
    case 'connected':
      return `Connected${queued}`
    case 'connecting':
      return `Connecting${queued}`
    case 'unreachable':
      return `Not reachable${status.heardAt === null ? '' : ` since ${momentOf(status.heardAt, now)}`}${queued}`
    case 'revoked':
      return 'This device was revoked'
    case 'left':
      return 'Signed out'
    case 'none':
      return 'No team yet'
  }
}

export function ConnectionLine({ status, now }: Props) {
  if (!status) return null
  const words = wordsOf(status, now)
  const Icon = status.hub === 'connected' ? IconCircleCheck : status.hub === 'connecting' ? IconRefresh : IconCloudOff
  const tone = status.hub === 'connected' ? 'well' : status.hub === 'connecting' ? 'plain' : 'waits'
  return (
    <p className={styles.line} data-tone={tone} role="status" title={words}>
      <Icon size={15} stroke={1.75} aria-hidden />
      <span className={styles.words}>{words}</span>
    </p>
  )
}
