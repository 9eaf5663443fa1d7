// How a case went from one agent to another, in sentences; none while it is not known.
import { useEffect, useState } from 'react'
import { handedWords } from '../../components/handover/handed-words.ts'
import type { DeviceHandover } from '../../lib/schema/handover.ts'
import { useDesk } from './desk-context.ts'

/** `revision` of the escalation: asked again when it moved. */
export function useHanded(caseKey: string, revision: number, now: number): string[] {
  const { client } = useDesk()
  const [known, setKnown] = useState<{ caseKey: string; handovers: DeviceHandover[] } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with each revision
  useEffect(() => {
    let gone = false
    client.send('handover.list', { caseKey }).then(
      (handovers) => {
        if (!gone) setKnown({ caseKey, handovers })
      },
      // A courtesy: the escalation reads as well without it.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [client, caseKey, revision])
  return known?.caseKey === caseKey ? known.handovers.map((handover) => handedWords(handover, now)) : []
}
