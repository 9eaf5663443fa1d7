// One flag: the step's words, who and when, the case, and the lead's three answers.
import { useState } from 'react'
import { isEnded, lastAnswer } from '../../lib/domain/flag.ts'
import type { Flag, FlagAnswerKind } from '../../lib/schema/flag.ts'
import type { DraftStore } from '../editor/use-draft.ts'
import { momentOf } from '../inbox/age.ts'
import { asKind, outcomeOf } from '../news/flag-words.ts'
import { Button } from '../ui/Button.tsx'
import { FlagAnswerForm } from './FlagAnswerForm.tsx'
import styles from './flags.module.css'

interface Props {
  flag: Flag
  now: number
  newest: number
  drafts: DraftStore
  clock: () => number
  onAnswer(flag: Flag, kind: FlagAnswerKind, text: string, version: number | null): Promise<boolean>
}

/** The page said its own address; only one that a browser opens as a page becomes a link. */
const isPage = (url: string) => /^https?:\/\//i.test(url)

export function FlagItem({ flag, now, newest, drafts, clock, onAnswer }: Props) {
  const { content, by, receivedAt } = flag
  const [answering, setAnswering] = useState<FlagAnswerKind | null>(null)
  const [busy, setBusy] = useState(false)
  const outcome = outcomeOf(flag)
  const last = lastAnswer(flag)
  // A version that came after the one that was flagged may well be the one that mends it.
  const isMendable = newest > content.playbook.version

  async function answer(kind: FlagAnswerKind, text: string): Promise<boolean> {
    setBusy(true)
    const isTaken = await onAnswer(flag, kind, text, kind === 'fixed' ? newest : null)
    setBusy(false)
    if (isTaken) setAnswering(null)
    return isTaken
  }
  return (
    <li className={styles.flag} data-ended={isEnded(flag)}>
      <p className={styles.what}>{content.stepId === null ? 'The playbook as a whole' : `“${content.label}”`}</p>
      <p className={styles.who}>
        <strong>{by.name}</strong> flagged it {asKind[content.kind]} in version {content.playbook.version},{' '}
        <time dateTime={new Date(receivedAt).toISOString()}>{momentOf(receivedAt, now)}</time>
        {content.case && (
          <>
            , on{' '}
            {isPage(content.case.url) ? (
              <a href={content.case.url} target="_blank" rel="noopener noreferrer">
                {content.case.title || content.case.key}
              </a>
            ) : (
              content.case.title || content.case.key
            )}
          </>
        )}
      </p>
      {content.word && <p className={styles.word}>{content.word}</p>}
      {outcome && (
        <p className={styles.who}>
          {outcome}
          {last?.text && ` ${last.text}`}
        </p>
      )}
      {!isEnded(flag) && answering === null && (
        <div className={styles.actions}>
          {isMendable && (
            <Button busy={busy} onClick={() => void answer('fixed', '')}>
              Fixed in version {newest}
            </Button>
          )}
          {last?.kind !== 'looking' && (
            <Button busy={busy} onClick={() => void answer('looking', '')}>
              Thanks, looking into it
            </Button>
          )}
          <Button look="link" onClick={() => setAnswering('declined')}>
            Will not change…
          </Button>
        </div>
      )}
      {answering === 'declined' && (
        <FlagAnswerForm
          agent={by.name}
          place={`flag-answer:${content.id}`}
          drafts={drafts}
          clock={clock}
          busy={busy}
          onSend={(text) => answer('declined', text)}
          onClose={() => setAnswering(null)}
        />
      )}
    </li>
  )
}
