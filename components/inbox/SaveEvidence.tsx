// Hands the whole escalation out as a file that can be checked without Handrail.
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'

export function SaveEvidence({ onSave }: { onSave(): Promise<void> }) {
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    await onSave()
    setBusy(false)
  }
  return (
    <Button
      variant="subtle"
      size="xs"
      rightSection={<IconDownload size={14} aria-hidden />}
      aria-disabled={isBusy || undefined}
      title="The case, run, thread and ruling with pictures and playbook as one signed page. Whoever gets it reads all of it."
      onClick={() => isBusy || save()}
    >
      {isBusy ? 'Making the file' : 'Save as evidence file'}
    </Button>
  )
}
