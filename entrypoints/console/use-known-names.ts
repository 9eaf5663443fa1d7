// The names that a playbook may use, for the lint. Queues and case fields are not at hand in the console, so they are not checked.
import { useEffect, useState } from 'react'
import type { Known } from '../../lib/playbook/lint-known.ts'
import { useDesk } from './desk-context.ts'

export function useKnownNames(): Known | null {
  const { client } = useDesk()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    client.send('library.list', {}).then(
      ({ snippets, playbooks }) => setKnown({ snippets: snippets.map(({ id }) => id), playbooks: playbooks.map(({ id }) => id), queues: [], fields: [] }),
      // Without the library nothing is checked against it.
      () => undefined,
    )
  }, [client])
  return known
}
