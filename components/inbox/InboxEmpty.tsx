// The inbox with nothing in it teaches the next step with the real control.
import { Button } from '@mantine/core'
import styles from './empty.module.css'
import type { InboxFilter } from './inbox-filter.ts'

interface Props {
  filter: InboxFilter
  /** No escalation ever reached this team. */
  isNew: boolean
  onEverything(): void
  teamHref: string
  playbooksHref: string
}

export function InboxEmpty({ filter, isNew, onEverything, teamHref, playbooksHref }: Props) {
  if (isNew) {
    return (
      <div className={styles.empty}>
        <h2>Nothing waits for you</h2>
        <p>When an agent presses Escalate, the case arrives here with its evidence, and you hear of it.</p>
        <Button component="a" href={teamHref} size="xs">
          Invite an agent
        </Button>
        <Button component="a" href={playbooksHref} size="xs" variant="default">
          Write a playbook
        </Button>
      </div>
    )
  }
  const isNarrow = filter.query !== '' || filter.severity !== null
  if (!isNarrow && filter.view === 'open') {
    return (
      <div className={styles.empty}>
        <h2>Nothing waits for you</h2>
        <p>Every escalation is ruled or withdrawn. New ones appear here by themselves.</p>
      </div>
    )
  }
  return (
    <div className={styles.empty}>
      <h2>{filter.view === 'mine' && !isNarrow ? 'You have taken nothing' : 'Nothing fits this filter'}</h2>
      <Button size="xs" variant="default" onClick={onEverything}>
        Show everything open
      </Button>
    </div>
  )
}
