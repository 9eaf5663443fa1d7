// How the runs of an escalated case ended, from the hub; null while it is not known.
import { useEffect, useState } from 'react'
import type { RunEnding } from '../../lib/schema/run.ts'
import { useDesk } from './desk-context.ts'

type Endings = RunEnding[] | 'unknown'

/** `revision` of the escalation: asked again when it moved. What was known stays on screen until then. */
export function useEndings(id: string, revision: number): Endings | null {
  const { client } = useDesk()
  const [known, setKnown] = useState<{ id: string; revision: number; endings: Endings } | null>(null)
  useEffect(() => {
    let gone = false
    client.send('inbox.endings', { id }).then(
      (endings) => {
        if (!gone) setKnown({ id, revision, endings })
      },
      () => {
        if (!gone) setKnown((before) => (before?.id === id ? before : { id, revision, endings: 'unknown' }))
      },
    )
    return () => {
      gone = true
    }
  }, [client, id, revision])
  return known?.id === id ? known.endings : null
}
