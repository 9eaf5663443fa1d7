// Where an inserted text ended up, said plainly when it is not in the reply.
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

export type InsertOutcome = { at: 'reply' } | { at: 'clipboard'; reason: string; pasteKeys: string } | { at: 'nowhere'; reason: string; text: string }

export function InsertNote({ outcome, onDismiss }: { outcome: InsertOutcome; onDismiss: () => void }) {
  if (outcome.at === 'reply') return <Notice live>Inserted in the reply.</Notice>
  const dismiss = <Button onClick={onDismiss}>Understood</Button>
  if (outcome.at === 'clipboard')
    return (
      <Notice live tone="amber" actions={dismiss}>
        <p>It did not arrive in the reply box, so it is on the clipboard. Paste it with {outcome.pasteKeys}.</p>
        <p>{outcome.reason}</p>
      </Notice>
    )
  return (
    <Notice live tone="amber" actions={dismiss}>
      <p>It did not arrive in the reply box, and the browser refused the clipboard. Select the text below and copy it.</p>
      <p>{outcome.reason}</p>
      <textarea readOnly rows={4} aria-label="Text to copy" value={outcome.text} style={{ inlineSize: '100%' }} onFocus={(event) => event.target.select()} />
    </Notice>
  )
}
