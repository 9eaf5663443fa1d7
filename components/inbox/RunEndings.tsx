// How the runs of the case ended after it was escalated: who closed which, when, with what, and why with steps open.
import type { RunEvidence } from '../../lib/schema/escalation.ts'
import type { RunEnding } from '../../lib/schema/run.ts'
import { momentOf } from './age.ts'
import { OverrideNote } from './OverrideNote.tsx'
import styles from './run.module.css'

interface Props {
  /** Newest first; `unknown` where the hub did not say. */
  endings: RunEnding[] | 'unknown'
  /** The run as it was sent, which tells its own reasons below. */
  sent: RunEvidence | null
  versionHref(playbookId: string, version: number): string
  now: number
}

export function RunEndings({ endings, sent, versionHref, now }: Props) {
  if (endings === 'unknown') return <p className={styles.sum}>Whether the run was closed since cannot be read now: the hub did not answer.</p>
  if (endings.length === 0) return null
  const told = sent?.lines.map(({ override }) => override?.at) ?? []
  return (
    <section className={styles.run} aria-labelledby="endings-title">
      <div className={styles.head}>
        <h2 id="endings-title">How the case was closed</h2>
      </div>
      <ul className={styles.endings}>
        {endings.map(({ runId, playbook, by, closedAt, outcome, override, decided }) => (
          <li key={runId}>
            <p>
              {by.name} closed <a href={versionHref(playbook.id, playbook.version)}>{playbook.title}</a>, {momentOf(closedAt, now)}.{' '}
              {outcome === null ? 'No outcome was chosen.' : <>Outcome: {outcome}</>}
            </p>
            {override && override.at !== sent?.override?.at && <OverrideNote override={override} doing="Closed" />}
            {decided.map((one) => told.includes(one.at) || <OverrideNote key={one.at} override={one} doing="Decided" />)}
          </li>
        ))}
      </ul>
    </section>
  )
}
