// A snippet as it will arrive in the reply: variables filled, gaps named, one button to insert it.
import { useMemo } from 'react'
import { renderSnippet } from '../../lib/domain/render.ts'
import type { Snippet } from '../../lib/schema/snippet.ts'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { FilledText } from './FilledText.tsx'
import styles from './snippet.module.css'

interface Props {
  snippet: Snippet
  values: Record<string, string>
  /** Shows the whole text instead of its first lines. */
  isOpen: boolean
  isPrimary?: boolean
  isDisabled?: boolean
  onInsert: (text: string) => void
}

export function SnippetCard({ snippet, values, isOpen, isPrimary, isDisabled, onInsert }: Props) {
  const { text, missing } = useMemo(() => renderSnippet(snippet.body, values), [snippet.body, values])
  return (
    <div className={styles.card}>
      <div dir="auto" className={styles.text} data-open={isOpen}>
        <FilledText text={text} missing={missing} />
      </div>
      {missing.length > 0 && (
        <p className={styles.missing}>
          Not known here: {missing.join(', ')}. Fill {missing.length === 1 ? 'it' : 'them'} in after inserting.
        </p>
      )}
      <div className={styles.actions}>
        <GuardedButton data-primary={isPrimary || undefined} disabled={isDisabled} action={isOpen ? 'insert' : undefined} onAct={() => onInsert(text)}>
          Insert
        </GuardedButton>
        <span className={styles.title}>{snippet.title}</span>
      </div>
    </div>
  )
}
