// The decision: an outcome and why. Nothing leaves without both, and nothing that was typed is lost when sending fails.
import { Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { type DraftStore, useDraft } from '../editor/use-draft.ts'
import styles from './composer.module.css'
import { DraftWords } from './DraftWords.tsx'
import { type RulingDraft, readRuling, writeRuling } from './ruling-draft.ts'
import { SendButton } from './SendButton.tsx'

interface Props {
  id: string
  outcomes: string[]
  drafts: DraftStore
  clock: () => number
  now: number
  busy: boolean
  outcomeRef: RefObject<HTMLInputElement | null>
  /** Answers true when the ruling was accepted. */
  onRule(ruling: RulingDraft): Promise<boolean>
  onWriting(): void
}

export function RuleForm({ id, outcomes, drafts, clock, now, busy, outcomeRef, onRule, onWriting }: Props) {
  const draft = useDraft(drafts, `rule:${id}`, clock)
  const rationaleRef = useRef<HTMLTextAreaElement>(null)
  const [tried, setTried] = useState(false)
  const ruling = readRuling(draft.text)
  const lacks = { outcome: ruling.outcome.trim() === '', rationale: ruling.rationale.trim() === '' }

  const change = (part: Partial<RulingDraft>) => {
    onWriting()
    draft.change(writeRuling({ ...ruling, ...part }))
  }

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (lacks.outcome) return outcomeRef.current?.focus()
    if (lacks.rationale) return rationaleRef.current?.focus()
    if (busy) return
    if (await onRule({ outcome: ruling.outcome.trim(), rationale: ruling.rationale.trim() })) draft.clear(draft.text)
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    }
  }

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className={styles.outcome}>
        <TextInput
          ref={outcomeRef}
          size="sm"
          label="Outcome"
          maxLength={200}
          value={ruling.outcome}
          error={tried && lacks.outcome ? 'Say what is decided.' : undefined}
          onChange={(event) => change({ outcome: event.currentTarget.value })}
        />
        <DraftWords draft={draft} now={now} />
      </div>
      <div className={styles.why}>
        <Textarea
          ref={rationaleRef}
          size="sm"
          label="Rationale"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={10_000}
          value={ruling.rationale}
          error={tried && lacks.rationale ? 'Say why, so that the agent can learn from it.' : undefined}
          onChange={(event) => change({ rationale: event.currentTarget.value })}
        />
      </div>
      <div className={styles.send}>
        <SendButton busy={busy}>Rule</SendButton>
      </div>
      {outcomes.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a second border around choices of one field
        <div className={styles.choices} role="group" aria-label="Outcomes of the playbook">
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={styles.choice}
              aria-pressed={outcome === ruling.outcome}
              onClick={() => {
                change({ outcome })
                rationaleRef.current?.focus()
              }}
            >
              {outcome}
            </button>
          ))}
        </div>
      )}
    </form>
  )
}
