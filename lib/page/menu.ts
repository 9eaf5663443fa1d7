// The launcher's menu: what keeps the rail out of the way. One card, closed by Escape, a choice, or focus that goes elsewhere.
import { build, pressable } from './build.ts'

export interface Menu {
  close: () => void
  /** True when the key was used. */
  key: (event: KeyboardEvent) => boolean
}

export function openMenu(root: ShadowRoot, beside: HTMLElement, choices: Record<string, () => unknown>, closed: () => void): Menu {
  const items = Object.entries(choices).map(([label, act]) => {
    const choose = () => {
      close()
      act()
    }
    return pressable({ role: 'menuitem', tabindex: '-1' }, choose, label)
  })
  const card = build('div', { class: 'card menu', role: 'menu', 'aria-label': 'Handrail on this site' }, ...items)
  let isOpen = true

  function close() {
    if (!isOpen) return
    isOpen = false
    card.remove()
    closed()
  }

  root.append(card)
  const at = beside.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = card
  card.style.left = `${at.left > innerWidth / 2 ? at.left - width - 6 : at.right + 6}px`
  card.style.top = `${Math.max(6, Math.min(at.top, innerHeight - height - 6))}px`
  card.addEventListener('focusout', (event) => {
    if (!card.contains(event.relatedTarget as Node | null)) close()
  })
  items[0]?.focus()

  return {
    close,
    key(event) {
      const now = items.indexOf(root.activeElement as HTMLButtonElement)
      const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key]
      if (event.key === 'Escape' || event.key === 'Tab') {
        close()
        beside.focus()
      } else if (next === undefined) return false
      else items.at(next % items.length)?.focus()
      return true
    },
  }
}
