// One own snippet in the list: its title opens it, its menu changes or deletes it.
import type { OwnSnippet } from '../../lib/schema/own-snippet.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import styles from './snippet.module.css'

interface Props {
  snippet: OwnSnippet
  onOpen: () => void
  onEdit: () => void
  onDelete: () => void
}

export function OwnSnippetRow({ snippet: { title, body }, onOpen, onEdit, onDelete }: Props) {
  return (
    <div className={styles.ownRow}>
      <div className={styles.ownWords}>
        <Button look="link" onClick={onOpen}>
          {title}
        </Button>
        <p className={styles.ownBody}>{body}</p>
      </div>
      <Menu
        label={`More for ${title}`}
        actions={[
          { label: 'Edit', act: onEdit },
          { label: 'Delete', act: onDelete },
        ]}
      />
    </div>
  )
}
