// Every version that was published, newest first: what changed, in whose words.
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Reading } from '../../lib/schema/receipt.ts'
import type { Rollout } from '../../lib/schema/rollout.ts'
import { instantOf, momentOf } from '../inbox/age.ts'
import { readingWords } from './reading-words.ts'
import styles from './versions.module.css'

const rolloutWords: Partial<Record<Rollout, string>> = { 'apply-now': 'Moved open cases', 'critical-stop': 'Stopped open cases' }

interface Props {
  versions: PlaybookVersion[]
  shown: number
  now: number
  /** How far each agent has come. */
  readings: Reading[]
  hrefOf(version: number): string
}

export function VersionList({ versions, shown, now, readings, hrefOf }: Props) {
  return (
    <section className={styles.versions} aria-labelledby="versions-title">
      <h2 id="versions-title">Versions</h2>
      <ol>
        {versions.map(({ version, note, hash, publishedAt, publishedBy, rollout, confirmFrom = null }, index) => (
          <li key={version}>
            <a href={hrefOf(version)} aria-current={version === shown ? 'true' : undefined}>
              v{version}
            </a>
            <div>
              <p>{note || 'No note'}</p>
              {rollout && rolloutWords[rollout] && <p className={styles.who}>{rolloutWords[rollout]}</p>}
              {confirmFrom === version && <p className={styles.who}>To be confirmed by everyone</p>}
              {(index === 0 || confirmFrom === version) && <p className={styles.who}>{readingWords(version, confirmFrom, readings)}</p>}
              <p className={styles.who}>
                {publishedBy.name}, <time title={instantOf(publishedAt)}>{momentOf(publishedAt, now)}</time>{' '}
                <code title={`SHA-256 ${hash}`}>{hash.slice(0, 8)}</code>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
