// One escalation, whole: what was handed over, what happened since, and at its foot what the lead can do.
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { isOpen } from '../../lib/domain/escalation-status.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { RunEnding } from '../../lib/schema/run.ts'
import type { LoadPicture } from '../proof/ProofPicture.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AnswerArrived } from './AnswerArrived.tsx'
import { momentOf } from './age.ts'
import { CaseEvidence } from './CaseEvidence.tsx'
import { CaseHead } from './CaseHead.tsx'
import { LatestWordCard } from './LatestWordCard.tsx'
import { RulingCard } from './RulingCard.tsx'
import { RunEndings } from './RunEndings.tsx'
import { RunEvidenceView } from './RunEvidenceView.tsx'
import styles from './reading-pane.module.css'
import { Thread } from './Thread.tsx'
import { useLatestWord } from './use-latest-word.ts'

interface Props {
  row: Escalation
  memberId: string
  now: number
  /** How the case went from one agent to another, newest first. */
  handed: string[]
  newestVersion: number | null
  /** How the runs of the case ended; null while that is not known. */
  endings: RunEnding[] | 'unknown' | null
  versionHref(playbookId: string, version: number): string
  /** Where the reader left each escalation with what stood at its top, for as long as this tab lives. */
  places: Map<string, number>
  /** Coaching notes about it, which are not part of the thread. */
  notes: ReactNode
  loadPicture: LoadPicture
  /** As a file; tells of failures itself. */
  onSave(): Promise<void>
  /** An answer that came meanwhile was called for. */
  onAnswer(): void
  composer: ReactNode
}

export function ReadingPane({
  row,
  memberId,
  now,
  handed,
  newestVersion,
  endings,
  versionHref,
  places,
  notes,
  loadPicture,
  onSave,
  onAnswer,
  composer,
}: Props) {
  const { content } = row
  const { id } = content
  const scroller = useRef<HTMLDivElement>(null)
  const { word, isCalled, arrived, call } = useLatestWord(row)
  // With another answer at its top it is read from the top.
  const place = `${id}:${word?.id ?? ''}`
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = places.get(place) ?? 0
  }, [place, places])
  const withdrawal = row.status === 'withdrawn' ? row.thread.findLast(({ kind }) => kind === 'withdrawal') : undefined

  return (
    <article className={styles.pane} aria-label={`Escalation ${row.number}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div ref={scroller} className={styles.scroller} tabIndex={0} onScroll={(event) => places.set(place, event.currentTarget.scrollTop)}>
        <div className={styles.text}>
          <CaseHead row={row} memberId={memberId} now={now} onSave={onSave} />
          {handed.length > 0 && (
            <ul className={styles.handed} aria-label="Hand-overs">
              {handed.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          {row.status === 'withdrawn' && (
            <Notice title={`${row.by.name} withdrew this${withdrawal ? `, ${momentOf(withdrawal.at, now)}` : ''}`}>
              <p>{withdrawal?.text || 'No reason was given.'} There is nothing left to decide.</p>
            </Notice>
          )}
          {word && isOpen(row) && <LatestWordCard key={word.id} word={word} memberId={memberId} now={now} takesFocus={isCalled} />}
          {row.ruling && <RulingCard ruling={row.ruling} memberId={memberId} now={now} />}
          <CaseEvidence content={content} />
          {endings !== null && <RunEndings endings={endings} sent={content.run} versionHref={versionHref} now={now} />}
          {content.run && (
            <RunEvidenceView
              run={content.run}
              newest={newestVersion}
              versionHref={versionHref(content.run.playbook.id, content.run.playbook.version)}
              load={loadPicture}
            />
          )}
          <Thread entries={row.thread} memberId={memberId} now={now} />
          {notes}
        </div>
      </div>
      <AnswerArrived
        word={arrived}
        now={now}
        onShow={() => {
          call()
          onAnswer()
        }}
      />
      {composer}
    </article>
  )
}
