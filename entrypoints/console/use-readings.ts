// Who has read a playbook: asked of the hub when the page opens, when the feed says that somebody has, and when the tab comes to the front.
import { useEffect, useState } from 'react'
import type { Reading } from '../../lib/schema/receipt.ts'
import { useDesk, useDeskState } from './desk-context.ts'

export function useReadings(id: string, version: number): Reading[] {
  const { client } = useDesk()
  const [readings, setReadings] = useState<Reading[]>([])
  const heard = useDeskState((state) => state.heard)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version, or a receipt that came in, means that it has to be asked for again
  useEffect(() => {
    let gone = false
    const ask = () => {
      if (document.visibilityState !== 'visible') return
      client.send('playbook.readings', { id }).then(
        (found) => {
          if (!gone) setReadings(found)
        },
        // Offline the line keeps what it said; the page says elsewhere that the hub cannot be reached.
        () => undefined,
      )
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', ask)
    }
  }, [client, id, version, heard])
  return readings
}
