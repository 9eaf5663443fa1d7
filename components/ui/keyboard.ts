// The keys of a screen: which ones there are for this member, and which controls on screen answer to them.
import { createContext } from 'react'
import type { ActionId } from '../../lib/domain/key-actions.ts'
import { type Bindings, defaultBindings } from '../../lib/domain/key-bindings.ts'

/** Answers false where the key is to go on to somebody else. */
export type Act = (event: KeyboardEvent) => unknown

export interface Keyboard {
  bindings: Bindings
  charactersOff: boolean
  /** Answers how to take it back. The control that came last is the one that acts. */
  register: (id: ActionId, act: Act) => () => void
}

export const KeyboardContext = createContext<Keyboard>({ bindings: defaultBindings, charactersOff: false, register: () => () => {} })

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}
