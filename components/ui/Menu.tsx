// A button that opens a list of actions: arrows move, Enter acts, Escape closes and gives the focus back.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { ActionId } from '../../lib/domain/key-actions.ts'
import { Button } from './Button.tsx'
import type { IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { MenuKey } from './MenuKey.tsx'
import styles from './menu.module.css'
import { useActions, useIsKeyOf } from './use-action.ts'

export interface MenuAction {
  label: string
  hint?: string
  /** Has a key, which is shown beside it and works with the menu closed, too. */
  action?: ActionId
  /** Shown as ticked or not: a setting instead of an act. */
  ticked?: boolean
  /** Starts a new group. */
  first?: boolean
  act: () => void
}

interface Props {
  label: string
  /** What is inside, told to who points at the button. */
  title?: string
  icon?: IconName
  children?: ReactNode
  actions: MenuAction[]
  /** Opens it. */
  action?: ActionId
  /** False where the keys of its actions mean another one of these menus. */
  isKeyed?: boolean
  /** Where the list opens, seen from the button. */
  opens?: 'up' | 'down'
  className?: string
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

export function Menu({ label, title = label, icon = 'more', children, actions, action, isKeyed = true, opens = 'down', className }: Props) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const isKeyOf = useIsKeyOf()
  const withKeys = isKeyed ? actions.flatMap((one) => one.action ?? []) : []
  useActions(withKeys, (id) => actions.find((one) => one.action === id)?.act())
  const items = () => Array.from(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])

  useEffect(() => {
    if (!isOpen) return
    list.current?.querySelector('button')?.focus()
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [isOpen])

  function close() {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') return setOpen(false)
    else if (event.key in moves) {
      const all = items()
      all[moves[event.key]!(all.indexOf(document.activeElement as HTMLButtonElement), all.length)]?.focus()
    } else {
      const meant = actions.find((one) => one.action && isKeyOf(event, one.action))
      if (!meant) return event.stopPropagation()
      close()
      meant.act()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const trigger = { 'aria-haspopup': 'menu', 'aria-expanded': isOpen, 'aria-controls': isOpen ? id : undefined, onClick: () => setOpen(!isOpen) } as const
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble from the buttons inside
    <div ref={root} className={[styles.root, className].filter(Boolean).join(' ')} onKeyDown={onKeyDown}>
      {children ? (
        <Button look="quiet" aria-label={label} {...trigger}>
          {children}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} title={title} action={action} {...trigger} />
      )}
      {isOpen && (
        <div ref={list} id={id} role="menu" aria-label={label} className={styles.list} data-opens={opens}>
          {actions.map((one) => (
            <button
              key={one.label}
              type="button"
              tabIndex={-1}
              {...(one.ticked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': one.ticked })}
              className={styles.item}
              data-first={one.first}
              onClick={() => {
                close()
                one.act()
              }}
            >
              <span>
                {one.label}
                {one.hint && <small className={styles.hint}>{one.hint}</small>}
              </span>
              {one.ticked && <span aria-hidden="true">✓</span>}
              {one.action && <MenuKey action={one.action} />}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
