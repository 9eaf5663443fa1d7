// A snippet as it will arrive in the reply. One press inserts it; where it asks something, the press opens its form first.
import { type ReactNode, useContext, useRef, useState } from 'react'
import { isForTeam } from '../../lib/domain/snippet-audience.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { FilledText } from './FilledText.tsx'
import { SnippetForm } from './SnippetForm.tsx'
import styles from './snippet.module.css'
import { type AnySnippet, type Reply, SnippetDeskContext } from './snippet-desk.ts'
import { useFilling } from './use-filling.ts'

interface Props {
  snippet: AnySnippet
  values: Record<string, string>
  /** Shows the whole text instead of its first lines. */
  isOpen: boolean
  /** The screen is about this snippet: its form is open from the start. */
  isAlone?: boolean
  isPrimary?: boolean
  isDisabled?: boolean
  /** Answered when it is in the reply, or could not be put there. */
  onInsert: (reply: Reply) => Promise<unknown>
  children?: ReactNode
}

export function SnippetCard({ snippet, values, isOpen, isAlone = false, isPrimary, isDisabled, onInsert, children }: Props) {
  const { onCopy } = useContext(SnippetDeskContext)
  const filling = useFilling(snippet, values)
  const [isAsked, setAsked] = useState(false)
  const { questions, filled, hasForm, reply } = filling
  const { missing, pieces } = filled
  const isInserting = useRef(false)
  /** A second press before the page has answered is the same press. */
  async function insert() {
    if (isInserting.current) return
    isInserting.current = true
    await reply()
      .then(onInsert)
      .finally(() => {
        isInserting.current = false
      })
  }
  const copy = () => void reply().then(onCopy)
  const audience = isForTeam(snippet.tags) && <p className={styles.team}>For the team: it goes where the customer does not read.</p>
  if (questions.length > 0 && (isAlone || isAsked))
    return (
      <div className={styles.card}>
        <SnippetForm
          title={snippet.title}
          filling={filling}
          isDisabled={isDisabled}
          onInsert={() => void insert()}
          onCopy={copy}
          onClose={isAlone ? undefined : () => setAsked(false)}
        />
        {audience}
        {children}
      </div>
    )
  return (
    <div className={styles.card}>
      <div dir="auto" className={styles.text} data-open={isOpen}>
        <FilledText pieces={pieces} />
      </div>
      {missing.length > 0 && !hasForm && (
        <p className={styles.missing}>
          Not known here: {missing.join(', ')}.{' '}
          <Button look="link" disabled={isDisabled} onClick={() => setAsked(true)}>
            Fill in
          </Button>
        </p>
      )}
      <div className={styles.actions}>
        {hasForm ? (
          <Button data-primary={isPrimary || undefined} disabled={isDisabled} action={isOpen ? 'insert' : undefined} onClick={() => setAsked(true)}>
            Insert…
          </Button>
        ) : (
          <GuardedButton data-primary={isPrimary || undefined} disabled={isDisabled} action={isOpen ? 'insert' : undefined} onAct={() => void insert()}>
            Insert
          </GuardedButton>
        )}
        {isAlone && <Button onClick={copy}>Copy</Button>}
        {!isAlone && <span className={styles.title}>{snippet.title}</span>}
      </div>
      {audience}
      {children}
    </div>
  )
}
