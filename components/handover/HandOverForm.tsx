// To whom, with which words, and what goes along: the form behind "Hand to a colleague".
import { useRef, useState } from 'react'
import type { Member } from '../../lib/schema/member.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { ColleagueChoice } from './ColleagueChoice.tsx'
import styles from './handover.module.css'

export interface HandedCase {
  key: string
  title: string
  /** Each open run in words; empty where there is none. */
  runs: string[]
}

interface Props {
  cases: HandedCase[]
  /** Null while the team is asked for. */
  members: Member[] | null
  note: string
  onNote: (note: string) => void
  onSend: (to: Member, note: string) => Promise<unknown>
  onCancel: () => void
}

export function HandOverForm({ cases, members, note, onNote, onSend, onCancel }: Props) {
  const [to, setTo] = useState<Member | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const root = useRef<HTMLDivElement>(null)

  async function send() {
    if (isBusy) return
    if (!to) {
      setFault('Choose who gets it.')
      return root.current?.querySelector('input')?.focus()
    }
    setBusy(true)
    await onSend(to, note.trim())
    setBusy(false)
  }

  return (
    <div ref={root} className={styles.form}>
      {members === null ? (
        <p role="status">Loading your team.</p>
      ) : (
        <ColleagueChoice
          members={members}
          chosen={to}
          fault={fault}
          onChoose={(member) => {
            setTo(member)
            setFault(null)
          }}
          onDone={() => root.current?.querySelector('textarea')?.focus()}
        />
      )}
      <TextArea label="Note" value={note} maxLength={10_000} placeholder="What is next, what to look out for" onText={onNote} onSend={() => void send()} />
      <section className={styles.part} aria-label="What goes along">
        <h2>What goes along</h2>
        <ul>
          {cases.map(({ key, title, runs }) => (
            <li key={key}>
              {cases.length > 1 ? title : runs.length === 0 && 'The case itself: title and link. No playbook is open on it.'}
              {runs.length > 0 && (cases.length > 1 ? `: ${runs.join('; ')}` : runs.join('; '))}
            </li>
          ))}
        </ul>
        <p className={styles.muted}>
          Open runs go whole: ticks, skips with their reasons, inputs and evidence. They are closed for you, and open for your colleague. Escalations stay
          yours; your colleague reads their notes, and what leads asked and ruled.
        </p>
      </section>
      <div className={styles.actions}>
        <GuardedButton look="primary" busy={isBusy} keyOf="send" onAct={send}>
          {cases.length > 1 ? `Hand over ${cases.length} cases` : 'Hand over'}
        </GuardedButton>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
