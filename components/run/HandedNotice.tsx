// A run that went to a colleague: it can be read here, and begun anew when the case comes back another day.
import type { RunPassage } from '../../lib/schema/run.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

export function HandedNotice({ wentTo, onAgain }: { wentTo: RunPassage; onAgain: () => void }) {
  return (
    <Notice title={`Handed to ${wentTo.member.name}.`} actions={<Button onClick={onAgain}>Begin it anew</Button>}>
      <p>The work goes on there. Here the run can be read; it does not count as completed.</p>
    </Notice>
  )
}
