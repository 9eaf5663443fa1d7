// A button that opens a list of actions, whose keys work with the list closed, too.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { ActionId } from '../../lib/domain/key-actions.ts'
import { Button } from './Button.tsx'
import type { IconName } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { late } from './late.ts'
import styles from './menu.module.css'
import { useActions } from './use-action.ts'

const MenuList = late(() => import('./MenuList.tsx').then((module) => module.MenuList), true)
void MenuList.fetch()

export interface MenuAction {
  label: string
  hint?: string
  /** Has a key, which is shown beside it and works with the menu closed, too. */
  action?: ActionId
  /** Shown as ticked or not: a setting instead of an act. */
  ticked?: boolean
  /** Starts a new group. */
  first?: boolean
  /** Neighbours of the same row stand beside each other after its name, each as its one `word`. */
  row?: string
  word?: string
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

export function Menu({ label, title = label, icon = 'more', children, actions, action, isKeyed = true, opens = 'down', className }: Props) {
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const withKeys = isKeyed ? actions.flatMap((one) => one.action ?? []) : []
  useActions(withKeys, (id) => actions.find((one) => one.action === id)?.act())

  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [isOpen])

  function close(returns: boolean) {
    setOpen(false)
    if (returns) root.current?.querySelector('button')?.focus()
  }

  const trigger = { 'aria-haspopup': 'menu', 'aria-expanded': isOpen, 'aria-controls': isOpen ? id : undefined, onClick: () => setOpen(!isOpen) } as const
  return (
    <div ref={root} className={[styles.root, className].filter(Boolean).join(' ')}>
      {children ? (
        <Button look="quiet" aria-label={label} {...trigger}>
          {children}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} title={title} action={action} {...trigger} />
      )}
      {isOpen && <MenuList id={id} label={label} actions={actions} opens={opens} onClose={close} />}
    </div>
  )
}
