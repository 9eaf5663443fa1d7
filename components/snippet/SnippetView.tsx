// A snippet found by search, whole, with the way back.
import type { Snippet } from '../../lib/schema/snippet.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { SnippetCard } from './SnippetCard.tsx'
import styles from './snippet.module.css'

interface Props {
  snippet: Snippet
  values: Record<string, string>
  onInsert: (text: string) => void
  onBack: () => void
}

export function SnippetView({ snippet, values, onInsert, onBack }: Props) {
  return (
    <article className={styles.view} aria-label={snippet.title}>
      <header className={styles.viewHead}>
        <IconButton label="Back" icon="back" action="back" onClick={onBack} />
        <h2>{snippet.title}</h2>
      </header>
      <SnippetCard snippet={snippet} values={values} isOpen isPrimary onInsert={onInsert} />
    </article>
  )
}
