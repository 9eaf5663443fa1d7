// What a lead can do with an open escalation: take it, rule, ask, or coach its author. Says what is safe when sending fails.
import { SegmentedControl } from '@mantine/core'
import { type RefObject, useState } from 'react'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import { CoachForm } from '../coaching/CoachForm.tsx'
import type { DraftStore } from '../editor/use-draft.ts'
import { Notice } from '../ui/Notice.tsx'
import { AskForm } from './AskForm.tsx'
import styles from './composer.module.css'
import { RuleForm } from './RuleForm.tsx'
import type { RulingDraft } from './ruling-draft.ts'
import { TakeButton } from './TakeButton.tsx'

export type ComposerMode = 'rule' | 'ask' | 'coach'

export interface ComposerActions {
  /** Each answers null when the hub accepted. */
  take(row: Escalation): Promise<Failure | null>
  ask(row: Escalation, text: string): Promise<Failure | null>
  rule(row: Escalation, ruling: RulingDraft): Promise<Failure | null>
  /** A note to its author, outside the thread. */
  coach(row: Escalation, text: string): Promise<Failure | null>
}

interface Props {
  row: Escalation
  memberId: string
  outcomes: string[]
  mode: ComposerMode
  onMode(mode: ComposerMode): void
  actions: ComposerActions
  drafts: DraftStore
  clock: () => number
  now: number
  outcomeRef: RefObject<HTMLInputElement | null>
  questionRef: RefObject<HTMLTextAreaElement | null>
  noteRef: RefObject<HTMLTextAreaElement | null>
}

/** Others' words since the lead began to write: read them before ruling. */
function newsSince(row: Escalation, revision: number | null, memberId: string): string | null {
  if (revision === null) return null
  const news = row.thread.slice(Math.max(0, revision - 1)).find(({ kind, by }) => kind !== 'seen' && by.id !== memberId)
  return news ? `${news.by.name} changed this escalation while you were writing. Your text is kept; read the thread before you rule.` : null
}

export function Composer({ row, memberId, outcomes, mode, onMode, actions, drafts, clock, now, outcomeRef, questionRef, noteRef }: Props) {
  const { id } = row.content
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<{ failure: Failure; keeps: boolean } | null>(null)
  const [writingSince, setWritingSince] = useState<number | null>(null)
  const news = newsSince(row, writingSince, memberId)

  const attempt = async (command: Promise<Failure | null>, keeps: boolean) => {
    setBusy(true)
    setFailure(null)
    const refused = await command
    setBusy(false)
    setFailure(refused && { failure: refused, keeps })
    return refused === null
  }

  // Nobody coaches themselves.
  const shown = mode === 'coach' && row.by.id === memberId ? 'rule' : mode
  const common = { drafts, clock, now, busy }
  return (
    <section className={styles.composer} aria-label="Your decision">
      <div className={styles.top}>
        <SegmentedControl
          size="xs"
          aria-label="Rule, ask or coach"
          data={[
            { value: 'rule', label: 'Decide' },
            { value: 'ask', label: `Ask ${row.by.name}` },
            ...(row.by.id === memberId ? [] : [{ value: 'coach', label: `Coach ${row.by.name}` }]),
          ]}
          value={shown}
          onChange={(value) => onMode(value as ComposerMode)}
        />
        <TakeButton row={row} memberId={memberId} busy={busy} onTake={() => void attempt(actions.take(row), false)} />
      </div>
      {news && (
        <Notice tone="amber" live>
          {news}
        </Notice>
      )}
      {failure && (
        <Notice tone="amber" live title={failure.failure.code === 'conflict' ? 'Someone was first' : 'Not sent'}>
          <p>{failure.failure.message}</p>
          {failure.keeps && failure.failure.code !== 'conflict' && <p>Your text is kept on this device. Send it again when you are ready.</p>}
        </Notice>
      )}
      {shown === 'coach' && (
        <CoachForm place={`coach:${id}`} to={row.by.name} fieldRef={noteRef} {...common} onSend={(text) => attempt(actions.coach(row, text), true)} />
      )}
      {shown === 'rule' && (
        <RuleForm
          id={id}
          {...common}
          outcomes={outcomes}
          outcomeRef={outcomeRef}
          onRule={(ruling) => attempt(actions.rule(row, ruling), true)}
          onWriting={() => setWritingSince((since) => since ?? row.revision)}
        />
      )}
      {shown === 'ask' && <AskForm id={id} agent={row.by.name} questionRef={questionRef} {...common} onAsk={(text) => attempt(actions.ask(row, text), true)} />}
    </section>
  )
}
