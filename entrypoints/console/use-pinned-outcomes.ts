// The outcomes of the playbook version that a run was pinned to; none while it is not known.
import { useEffect, useState } from 'react'
import { outcomesOf } from '../../components/inbox/outcomes.ts'
import type { VersionRef } from '../../lib/schema/playbook.ts'
import { useDesk } from './desk-context.ts'

export function usePinnedOutcomes(playbook: VersionRef | null): string[] {
  const { client } = useDesk()
  const [known, setKnown] = useState<{ key: string; outcomes: string[] } | null>(null)
  const id = playbook?.id
  const version = playbook?.version
  const key = `${id} ${version}`
  useEffect(() => {
    if (id === undefined || version === undefined) return
    let gone = false
    client.send('playbook.get', { id, version }).then(
      ({ document }) => {
        if (!gone) setKnown({ key, outcomes: outcomesOf(document) })
      },
      // Without the version the lead writes the outcome freely.
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [client, id, version, key])
  return known?.key === key ? known.outcomes : []
}
