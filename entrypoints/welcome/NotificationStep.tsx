// Whether answers may be announced. A refusal is no dead end: the panel shows them all the same.
import { useState } from 'react'
import { Button } from '../../components/ui/Button.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import type { Browser } from '../../lib/browser.ts'
import styles from './welcome.module.css'

type Outcome = 'untried' | 'sent' | 'refused'

export function NotificationStep({ browser }: { browser: Browser }) {
  const [outcome, setOutcome] = useState<Outcome>(() => (Notification.permission === 'denied' ? 'refused' : 'untried'))

  async function test() {
    try {
      await browser.notifications.create('handrail-test', {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title: 'Handrail',
        message: 'This is how an answer from your lead announces itself.',
      })
      setOutcome('sent')
    } catch {
      setOutcome('refused')
    }
  }

  return (
    <section className={styles.step} aria-label="Notifications">
      <h2>See whether notifications arrive</h2>
      <p>You are told when a lead asks you something or rules on what you escalated.</p>
      {outcome === 'refused' && (
        <Notice live tone="amber" title="The browser refuses notifications.">
          <p>Answers still appear in the panel, on the case. To be told at once, allow notifications for this browser in the system's settings.</p>
        </Notice>
      )}
      {outcome === 'sent' && (
        <Notice live>
          <p>Sent. If nothing appeared, look at the system's notification settings and at “do not disturb”.</p>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button onClick={() => void test()}>Send a test notification</Button>
      </div>
    </section>
  )
}
