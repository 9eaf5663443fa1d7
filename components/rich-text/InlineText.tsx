// One line of formatted text. Links leave in a new tab without a referrer; `playbook:` links stay inside Handrail.
import type { Inline } from '../../lib/schema/rich-text.ts'
import styles from './rich-text.module.css'

interface Props {
  inlines: Inline[]
  onPlaybook?: (playbookId: string) => void
}

const tags = { strong: 'strong', emphasis: 'em', delete: 'del' } as const
const playbookLink = /^playbook:/i

function element(inline: Inline, key: number, onPlaybook: Props['onPlaybook']) {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'code':
      return <code key={key}>{inline.text}</code>
    case 'break':
      return <br key={key} />
    case 'link': {
      const children = <InlineText inlines={inline.children} />
      if (playbookLink.test(inline.url)) {
        if (!onPlaybook) return <span key={key}>{children}</span>
        const playbookId = inline.url.replace(playbookLink, '')
        return (
          <button key={key} type="button" className={styles.link} onClick={() => onPlaybook(playbookId)}>
            {children}
          </button>
        )
      }
      return (
        <a key={key} href={inline.url} target="_blank" rel="noopener noreferrer">
          {children}
        </a>
      )
    }
    default: {
      const Tag = tags[inline.type]
      return (
        <Tag key={key}>
          <InlineText inlines={inline.children} onPlaybook={onPlaybook} />
        </Tag>
      )
    }
  }
}

export function InlineText({ inlines, onPlaybook }: Props) {
  return <>{inlines.map((inline, index) => element(inline, index, onPlaybook))}</>
}
