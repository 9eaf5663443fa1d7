// Tells the hub that a person looks at an escalation: only while this tab is in front, and once.
import { useEffect } from 'react'
import { isOpen } from '../../lib/domain/escalation-status.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { useDesk } from './desk-context.ts'

export function useSee(row: Escalation | undefined, memberId: string) {
  const { client } = useDesk()
  const unseen = row && isOpen(row) && row.seenBy === null && row.by.id !== memberId ? row.content.id : null
  useEffect(() => {
    if (unseen === null) return
    const see = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', see)
      // The worker repeats it from the outbox; a failure here has nothing to tell the lead.
      client.send('inbox.see', { id: unseen }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', see)
    see()
    return () => document.removeEventListener('visibilitychange', see)
  }, [client, unseen])
}
