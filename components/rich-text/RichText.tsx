// Formatted text of a playbook as React elements. There is no way from here to an HTML string.
import type { Block } from '../../lib/schema/rich-text.ts'
import { InlineText } from './InlineText.tsx'
import styles from './rich-text.module.css'
import { TextTable } from './TextTable.tsx'

interface Props {
  blocks: Block[]
  /** Called for `playbook:` links with the playbook's id. */
  onPlaybook?: (playbookId: string) => void
}

const heading = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const

/** Blocks have no identity of their own and are never reordered while shown, so the index is their key. */
function element(block: Block, key: number, onPlaybook: Props['onPlaybook']) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p key={key} dir="auto">
          <InlineText inlines={block.children} onPlaybook={onPlaybook} />
        </p>
      )
    case 'heading': {
      const Tag = heading[block.depth - 1] ?? 'h6'
      return (
        <Tag key={key} dir="auto">
          <InlineText inlines={block.children} onPlaybook={onPlaybook} />
        </Tag>
      )
    }
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map((item, index) => ({ item, id: index }))
      return (
        <Tag key={key} dir="auto">
          {items.map(({ item, id }) => (
            <li key={id}>{item.map((child, index) => element(child, index, onPlaybook))}</li>
          ))}
        </Tag>
      )
    }
    case 'quote':
      return (
        <blockquote key={key} dir="auto">
          {block.children.map((child, index) => element(child, index, onPlaybook))}
        </blockquote>
      )
    case 'code':
      return (
        <pre key={key}>
          <code>{block.text}</code>
        </pre>
      )
    case 'table':
      return <TextTable key={key} head={block.head} rows={block.rows} onPlaybook={onPlaybook} />
    case 'rule':
      return <hr key={key} />
  }
}

export function RichText({ blocks, onPlaybook }: Props) {
  return <div className={styles.text}>{blocks.map((block, index) => element(block, index, onPlaybook))}</div>
}
