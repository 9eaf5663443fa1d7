// The links in the words of an answer, below it: the answer itself is one button, and a button holds no link.
import type { Inline } from '../../lib/schema/rich-text.ts'
import { InlineText } from '../rich-text/InlineText.tsx'
import styles from './step.module.css'

interface Props {
  inlines: Inline[]
  onPlaybook: (playbookId: string) => void
}

export function linksOf(inlines: Inline[]): Inline[] {
  return inlines.flatMap((inline) => (inline.type === 'link' ? [inline] : 'children' in inline ? linksOf(inline.children) : []))
}

export function OptionLinks({ inlines, onPlaybook }: Props) {
  const links = linksOf(inlines).map((link, place) => ({ link, place }))
  if (links.length === 0) return null
  return (
    <p className={styles.links}>
      {links.map(({ link, place }) => (
        <InlineText key={place} inlines={[link]} onPlaybook={onPlaybook} />
      ))}
    </p>
  )
}
