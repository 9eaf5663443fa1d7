// The few pictograms of the panel, drawn as strokes in the colour of the text beside them. Always decoration: the words say it.
import styles from './icon.module.css'

const paths = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4 4 8 8m0-8-8 8',
  dash: 'M4 8h8',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  next: 'm5 4 4 4-4 4m6-8v8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  input: 'M3 12.5h10M10.5 3l2 2-6 6H4.5V9z',
  choice: 'M8 13.5V9m0 0L3.5 4.5M8 9l4.5-4.5M3.5 7.5v-3h3m6 3v-3h-3',
  snippet: 'M3 4h10v6.5H8L5 13v-2.5H3z',
  escalate: 'M8 13V3.5M4 7l4-4 4 4',
  decide: 'M3 5.5h10M3 10.5h10',
  person: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-5 6c.5-3 2.5-4 5-4s4.5 1 5 4',
  attention: 'M8 4.5v4.5m0 2.5v.01',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
