// The agent's run through the playbook, section by section, with the version it was pinned to.
import type { RunEvidence } from '../../lib/schema/escalation.ts'
import type { RunLine } from '../../lib/schema/run.ts'
import type { LoadPicture } from '../proof/ProofPicture.tsx'
import { OverrideNote } from './OverrideNote.tsx'
import { RunLineRow } from './RunLineRow.tsx'
import styles from './run.module.css'

interface Props {
  run: RunEvidence
  /** The team's newest version of this playbook, if it is known. */
  newest: number | null
  versionHref: string
  load: LoadPicture
}

function bySection(lines: RunLine[]): { title: string; lines: RunLine[] }[] {
  const sections: { title: string; lines: RunLine[] }[] = []
  for (const line of lines) {
    const last = sections.at(-1)
    if (last?.title === line.section) last.lines.push(line)
    else sections.push({ title: line.section, lines: [line] })
  }
  return sections
}

export function RunEvidenceView({ run, newest, versionHref, load }: Props) {
  const { playbook } = run
  const notApplicable = run.lines.filter(({ state }) => state === 'not-applicable').length
  // Optional steps that nobody touched are in the lines, but never in the total.
  const open = Math.max(0, run.total - run.done - run.skipped - notApplicable)
  return (
    <section className={styles.run} aria-labelledby="run-title">
      <div className={styles.head}>
        <h2 id="run-title">
          <a href={versionHref}>{playbook.title}</a>
        </h2>
        <span className={styles.version} title={`Version ${playbook.version}, SHA-256 ${playbook.hash}`}>
          v{playbook.version} <code>{playbook.hash.slice(0, 8)}</code>
        </span>
        {newest !== null && newest > playbook.version && <span className={styles.version}>the team is on v{newest}</span>}
      </div>
      <p className={styles.sum}>
        <span>
          {run.done} of {run.total} done
        </span>
        {run.skipped > 0 && <span data-kind="skipped">{run.skipped} skipped</span>}
        {notApplicable > 0 && <span>{notApplicable} not applicable</span>}
        {open > 0 && <span>{open} not worked yet</span>}
      </p>
      {run.override && <OverrideNote override={run.override} doing="Closed" />}
      {bySection(run.lines).map((section) => (
        <div key={`${section.title} ${section.lines[0]?.stepId}`}>
          <h3 className={styles.section}>{section.title}</h3>
          <ol className={styles.lines}>
            {section.lines.map((line) => (
              <RunLineRow key={line.stepId} line={line} load={load} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
