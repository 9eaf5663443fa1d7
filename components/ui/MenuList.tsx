// The actions of an open menu: the first has the focus, arrows move, Enter acts, Escape closes. Fetched apart from the button that opens it.
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { MenuAction } from './Menu.tsx'
import { MenuKey } from './MenuKey.tsx'
import styles from './menu-list.module.css'
import { useIsKeyOf } from './use-action.ts'

interface Props {
  id: string
  label: string
  actions: MenuAction[]
  opens: 'up' | 'down'
  /** `returns` when the focus goes back to the button. */
  onClose: (returns: boolean) => void
}

function rowsOf(actions: MenuAction[]): MenuAction[][] {
  const rows: MenuAction[][] = []
  for (const one of actions) {
    const last = rows.at(-1)
    if (one.row !== undefined && last?.[0]?.row === one.row) last.push(one)
    else rows.push([one])
  }
  return rows
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

export function MenuList({ id, label, actions, opens, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const isKeyOf = useIsKeyOf()
  const items = () => Array.from(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])
  useEffect(() => list.current?.querySelector('button')?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Tab') return onClose(false)
    else if (event.key in moves) {
      const all = items()
      all[moves[event.key]!(all.indexOf(document.activeElement as HTMLButtonElement), all.length)]?.focus()
    } else {
      const meant = actions.find((one) => one.action && isKeyOf(event, one.action))
      if (!meant) return event.stopPropagation()
      onClose(true)
      meant.act()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const item = (one: MenuAction) => (
    <button
      key={one.label}
      type="button"
      tabIndex={-1}
      {...(one.ticked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': one.ticked })}
      aria-label={one.word && one.label}
      title={one.word && one.label}
      className={styles.item}
      data-first={one.row === undefined && one.first}
      onClick={() => {
        onClose(true)
        one.act()
      }}
    >
      <span>
        {one.word ?? one.label}
        {one.hint && <small className={styles.hint}>{one.hint}</small>}
      </span>
      {one.ticked && !one.word && <span aria-hidden="true">✓</span>}
      {one.action && <MenuKey action={one.action} />}
    </button>
  )
  return (
    <div ref={list} id={id} role="menu" tabIndex={-1} aria-label={label} className={styles.list} data-opens={opens} onKeyDown={onKeyDown}>
      {rowsOf(actions).map(([first, ...others]) =>
        first?.row === undefined ? (
          first && item(first)
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu
          <div key={first.row} role="group" aria-label={first.row} className={styles.row} data-first={first.first}>
            <span aria-hidden="true">{first.row}</span>
            {[first, ...others].map(item)}
          </div>
        ),
      )}
    </div>
  )
}
