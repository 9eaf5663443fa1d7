// A table of a playbook. It scrolls by itself where the panel is too narrow for it, by keyboard as well.
import type { Inline } from '../../lib/schema/rich-text.ts'
import { InlineText } from './InlineText.tsx'
import styles from './rich-text.module.css'

interface Props {
  head: Inline[][]
  rows: Inline[][][]
  onPlaybook?: (playbookId: string) => void
}

/** Cells are never reordered while shown, so their place is their key. */
function placed<T>(items: T[]) {
  return items.map((item, place) => ({ item, place }))
}

export function TextTable({ head, rows, onPlaybook }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Table">
      <table dir="auto">
        <thead>
          <tr>
            {placed(head).map(({ item, place }) => (
              <th key={place} scope="col">
                <InlineText inlines={item} onPlaybook={onPlaybook} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(rows).map(({ item: row, place: line }) => (
            <tr key={line}>
              {placed(row).map(({ item, place }) => (
                <td key={place}>
                  <InlineText inlines={item} onPlaybook={onPlaybook} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
