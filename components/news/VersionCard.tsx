// A version that is news: who published it, in whose words, and what changed since the one that the agent knows.
import { type ReactNode, useMemo, useState } from 'react'
import { diffPlaybooks } from '../../lib/domain/playbook-diff.ts'
import type { VersionNews } from '../../lib/schema/news.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { DiffList } from '../playbook/DiffList.tsx'
import { Button } from '../ui/Button.tsx'
import { agoInWords } from '../ui/time-words.ts'
import styles from './news.module.css'

interface Props {
  news: VersionNews
  now: number
  /** Of this playbook, as far as they were looked up. */
  versions: Record<number, PlaybookVersion>
  onLook: (version: number) => Promise<boolean>
  /** What else can be done about it. */
  children?: ReactNode
}

export function VersionCard({ news, now, versions, onLook, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { title, version, since, by, at, note, isOwed } = news
  const [before, after] = [since === null ? undefined : versions[since], versions[version]]
  const diff = useMemo(() => before && after && diffPlaybooks(before.document, after.document), [before, after])

  const [isUnknown, setUnknown] = useState(false)
  async function look() {
    setUnknown(false)
    const wanted = [since, version].filter((one) => one !== null && !versions[one]) as number[]
    setUnknown((await Promise.all(wanted.map(onLook))).includes(false))
  }
  function toggle() {
    setOpen(!isOpen)
    if (!isOpen) void look()
  }
  return (
    <div className={styles.note}>
      <p className={styles.by}>
        <span>
          <strong>{title}</strong>, version {version}
        </span>
        <time dateTime={new Date(at).toISOString()}>{agoInWords(at, now)}</time>
      </p>
      <p>
        {by.name} {since === null ? 'published it; it is new to you' : `changed it since version ${since}, which you know`}.
        {note && <span className={styles.muted}> {note}</span>}
      </p>
      {isOwed && <p className={styles.owed}>To confirm. You are asked for it on the next case that you work with it.</p>}
      {isOpen && diff && <DiffList diff={diff} label={`What changed in ${title}`} />}
      {isOpen && !diff && !isUnknown && <p className={styles.muted}>Looking up what changed.</p>}
      {isOpen && !diff && isUnknown && (
        <p className={styles.muted}>
          What changed cannot be shown now.{' '}
          <Button look="link" onClick={() => void look()}>
            Try again
          </Button>
        </p>
      )}
      <div className={styles.actions}>
        {since !== null && (
          <Button look="link" aria-expanded={isOpen} onClick={toggle}>
            What changed
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
