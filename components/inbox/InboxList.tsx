// The list of escalations, as long as it may be: only what is in sight is drawn. Rows keep their place when others come and go.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { InboxRow } from './InboxRow.tsx'
import styles from './inbox-list.module.css'

interface Props {
  rows: Escalation[]
  memberId: string
  now: number
  reading: string | null
  cursor: string | null
  /** Counts up when a key moved the cursor: then the row takes the focus. */
  focusRequest: number
  hrefOf(id: string): string
  onCursor(id: string): void
}

const rowHeight = 56

export function InboxList({ rows, memberId, now, reading, cursor, focusRequest, hrefOf, onCursor }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.content.id ?? index,
  })
  const cursorIndex = rows.findIndex(({ content }) => content.id === cursor)
  const focusable = Math.max(cursorIndex, 0)

  // Arrivals above what is in sight push the offset on, so that the rows under the eye stay still.
  const top = useRef<{ id: string; index: number } | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const before = top.current
    const index = before ? rows.findIndex(({ content }) => content.id === before.id) : -1
    if (before && index >= 0 && index !== before.index && element.scrollTop > 0) element.scrollTop += (index - before.index) * rowHeight
    const first = Math.floor(element.scrollTop / rowHeight)
    const row = rows[first]
    top.current = row ? { id: row.content.id, index: first } : null
  }, [rows])

  const noteTop = () => {
    const first = Math.floor((scroller.current?.scrollTop ?? 0) / rowHeight)
    const row = rows[first]
    top.current = row ? { id: row.content.id, index: first } : null
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a key press moves the focus, never an arrival
  useEffect(() => {
    if (focusRequest === 0 || cursorIndex < 0) return
    virtualizer.scrollToIndex(cursorIndex, { align: 'auto' })
    const frame = requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${cursorIndex}"] > a`)?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [focusRequest])

  return (
    <div ref={scroller} className={styles.list} onScroll={noteTop}>
      <ul className={styles.sizer} style={{ height: virtualizer.getTotalSize() }} aria-label="Escalations">
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const { id } = row.content
          return (
            <li
              key={item.key}
              data-index={item.index}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              className={styles.item}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <InboxRow
                row={row}
                memberId={memberId}
                now={now}
                isOpen={id === reading}
                isCursor={item.index === focusable}
                href={hrefOf(id)}
                onFocus={onCursor}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
