// What is wrong with this desk right now, above everything: what happened, what is safe, what to do.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { momentOf } from '../../components/inbox/age.ts'
import { bannerWords } from '../../components/site/fault-words.ts'
import type { SitesView, StatusView } from '../../lib/schema/views.ts'
import styles from './frame.module.css'
import { hrefs } from './routes.ts'

interface Props {
  status: StatusView | null
  sites: SitesView | null
  notificationsOn: boolean
  now: number
  onNotifications(): void
}

export function Banners({ status, sites, notificationsOn, now, onNotifications }: Props) {
  const [isDismissed, setDismissed] = useState(false)
  const isBlocked = typeof Notification !== 'undefined' && Notification.permission === 'denied'
  const [hiddenFault, setHiddenFault] = useState<string | null>(null)
  const faulty = sites && bannerWords(sites.sites, sites.faults, now)
  const mayTell = !isDismissed && status?.hub === 'connected'
  return (
    <>
      {status && status.database !== 'ok' && (
        <div className={styles.banner} role="alert">
          <p>
            {status.problem ?? 'The storage of this device could not be opened. Nothing was deleted. Reload this page; if it stays so, restart the browser.'}
          </p>
        </div>
      )}
      {status?.needsUpdate && (
        <div className={styles.banner} role="status">
          <p>An update of Handrail is needed: the hub sends changes that this version cannot show. What you do here is saved and sent as ever.</p>
        </div>
      )}
      {status?.hub === 'unreachable' && (
        <div className={styles.banner} role="status">
          <p>
            The hub cannot be reached
            {status.heardAt !== null && ` (last heard ${momentOf(status.heardAt, now)})`}. You see what this device has. Drafts are kept; taking, asking, ruling
            and publishing work again when it answers.
          </p>
        </div>
      )}
      {faulty && faulty !== hiddenFault && (
        <div className={styles.banner} role="status">
          <p>
            {faulty} <a href={hrefs.sites}>Open Sites</a>
          </p>
          <Button size="compact-xs" variant="default" onClick={() => setHiddenFault(faulty)}>
            Not now
          </Button>
        </div>
      )}
      {mayTell && isBlocked && notificationsOn && (
        <div className={styles.banner} data-tone="plain">
          <p>The browser blocks notifications, so a new escalation shows only here. Allow them for Handrail in the browser's site settings.</p>
          <Button size="compact-xs" variant="default" onClick={() => setDismissed(true)}>
            Not now
          </Button>
        </div>
      )}
      {mayTell && !notificationsOn && (
        <div className={styles.banner} data-tone="plain">
          <p>Desktop notifications are off, so a new escalation shows only here.</p>
          <Button size="compact-xs" onClick={onNotifications}>
            Switch on
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => setDismissed(true)}>
            Not now
          </Button>
        </div>
      )}
    </>
  )
}
