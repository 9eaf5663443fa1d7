// Where an inserted text ended up, said plainly when it is not in the reply.
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './snippet.module.css'

export type InsertOutcome =
  | { at: 'reply'; field: string; box: 'reply' | 'note' | undefined; isInternal: boolean }
  | { at: 'clipboard'; reason: string; pasteKeys: string }
  | { at: 'nowhere'; reason: string; text: string }

type Arrived = Extract<InsertOutcome, { at: 'reply' }>

/** A text for the team in a box that the site's profile does not tell to be one of its own. */
const mayBeRead = ({ box, isInternal }: Arrived) => isInternal && box !== 'note'

function arrivedWords(outcome: Arrived): string {
  const place = outcome.field ? `“${outcome.field}”` : outcome.box === 'note' ? 'the internal note' : 'the reply'
  if (mayBeRead(outcome)) return `Inserted in ${place}. This text is for the team: look who reads that box before you send it.`
  return outcome.box === 'note' && !outcome.isInternal ? `Inserted in ${place}, which the customer does not read.` : `Inserted in ${place}.`
}

export function InsertNote({ outcome, onDismiss }: { outcome: InsertOutcome; onDismiss: () => void }) {
  if (outcome.at === 'reply')
    return (
      <Notice tone={mayBeRead(outcome) ? 'amber' : 'plain'}>
        <div className={styles.line}>
          {arrivedWords(outcome)}
          <IconButton label="Close" icon="close" onClick={onDismiss} />
        </div>
      </Notice>
    )
  const dismiss = <Button onClick={onDismiss}>Understood</Button>
  if (outcome.at === 'clipboard')
    return (
      <Notice tone="amber" actions={dismiss}>
        <p>It did not arrive in the reply box, so it is on the clipboard. Paste it with {outcome.pasteKeys}.</p>
        <p>{outcome.reason}</p>
      </Notice>
    )
  return (
    <Notice tone="amber" actions={dismiss}>
      <p>It did not arrive in the reply box, and the browser refused the clipboard. Select the text below and copy it.</p>
      <p>{outcome.reason}</p>
      <textarea readOnly rows={4} aria-label="Text to copy" value={outcome.text} style={{ inlineSize: '100%' }} onFocus={(event) => event.target.select()} />
    </Notice>
  )
}
