// Escalating without a team: what is safe, and where to go.
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

export function JoinFirst({ onJoin }: { onJoin: () => void }) {
  return (
    <Notice live tone="amber" title="You have not joined a team yet." actions={<Button onClick={onJoin}>Join team</Button>}>
      <p>There is nobody to send this to. What you typed is kept on this device; come back here after joining.</p>
    </Notice>
  )
}
