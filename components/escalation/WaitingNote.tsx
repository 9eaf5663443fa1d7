// What its author has said and the hub does not have yet: confirmed as saved, with its words, so that nobody says it twice.
import type { WaitingWord } from '../../lib/schema/escalation.ts'
import styles from './escalation.module.css'

const saved: Record<WaitingWord['kind'], string> = {
  answer: 'Your answer is saved on this device and waits for the hub.',
  amend: 'What you added is saved on this device and waits for the hub.',
  withdraw: 'Your withdrawal is saved on this device and waits for the hub.',
}

export function WaitingNote({ word: { kind, text, severity } }: { word: WaitingWord }) {
  return (
    <div className={styles.waiting} role="status">
      <p>{saved[kind]}</p>
      {severity && <p>Severity {severity}</p>}
      {text && (
        <p className={styles.said} dir="auto">
          {text}
        </p>
      )}
    </div>
  )
}
