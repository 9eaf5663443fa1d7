// A snippet found by search, whole, with the way back and what else can be done with it.
import { useContext, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { SnippetCard } from './SnippetCard.tsx'
import styles from './snippet.module.css'
import { type AnySnippet, type Reply, SnippetDeskContext, type Use } from './snippet-desk.ts'

export const usedDays = 30

interface Props {
  snippet: AnySnippet
  values: Record<string, string>
  onInsert: (reply: Reply) => Promise<unknown>
  onBack: () => void
}

function usageWords({ inserted, copied, members }: Use): string {
  const times = inserted + copied
  if (times === 0) return `Not used in ${usedDays} days.`
  return `Used ${times === 1 ? 'once' : `${times} times`} in ${usedDays} days, by ${members === 1 ? 'one person' : `${members} people`}.`
}

export function SnippetView({ snippet, values, onInsert, onBack }: Props) {
  const { onKeep, usageOf } = useContext(SnippetDeskContext)
  const [use, setUse] = useState<Use | null>(null)
  const root = useRef<HTMLElement>(null)

  useEffect(() => {
    let isHere = true
    setUse(null)
    if (!snippet.isOwn) void usageOf(snippet.id).then((known) => isHere && setUse(known))
    return () => {
      isHere = false
    }
  }, [snippet.id, snippet.isOwn, usageOf])
  // Opened by Enter, one more Enter inserts; a form takes the focus itself.
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.querySelector<HTMLElement>('[data-primary]')?.focus({ preventScroll: true })
  }, [])

  return (
    <article ref={root} className={styles.view} aria-label={snippet.title}>
      <header className={styles.viewHead}>
        <IconButton label="Back" icon="back" action="back" onClick={onBack} />
        <h2>{snippet.title}</h2>
      </header>
      <SnippetCard key={snippet.id} snippet={snippet} values={values} isOpen isAlone isPrimary onInsert={onInsert} />
      <p className={styles.foot}>
        {snippet.isOwn ? 'Your own snippet, kept on this device.' : use && usageWords(use)}
        <Button look="link" onClick={() => onKeep(snippet)}>
          {snippet.isOwn ? 'Edit' : 'Save as mine'}
        </Button>
      </p>
    </article>
  )
}
