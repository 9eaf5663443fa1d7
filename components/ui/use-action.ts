// A control and its key: what to press, in words, and the press itself.
import { type KeyboardEvent as ReactKeyboardEvent, useContext, useEffect, useRef } from 'react'
import { chordForAria, chordOf, chordWords } from '../../lib/domain/chord.ts'
import { type ActionId, isActionId } from '../../lib/domain/key-actions.ts'
import { type Act, isMac, KeyboardContext } from './keyboard.ts'

/** Answers to the keys of these actions while it is on screen. */
export function useActions(ids: ActionId[], act: (id: ActionId, event: KeyboardEvent) => unknown): void {
  const { register } = useContext(KeyboardContext)
  const newest = useRef(act)
  useEffect(() => {
    newest.current = act
  })
  const names = ids.join(' ')
  useEffect(() => {
    const ends = names.split(' ').flatMap((id) => (isActionId(id) ? register(id, (event) => newest.current(id, event)) : []))
    return () => {
      for (const end of ends) end()
    }
  }, [names, register])
}

/** To none without an id. */
export function useAction(id: ActionId | undefined, act: Act): void {
  useActions(id === undefined ? [] : [id], (_, event) => act(event))
}

/** The key of an action, to show as shortly as it can be read and to tell screen readers; null where it has none. */
export function useKeyOf(id: ActionId | undefined): { words: string; aria: string } | null {
  const { bindings } = useContext(KeyboardContext)
  const chord = id === undefined ? undefined : bindings.get(id)?.[0]
  return chord === undefined ? null : { words: chordWords(chord, isMac).replace(/^Shift\+(?=.$)/, '⇧'), aria: chordForAria(chord) }
}

/** For a field that takes its keys itself: whether this press is the key of that action. */
export function useIsKeyOf(): (event: ReactKeyboardEvent, id: ActionId) => boolean {
  const { bindings } = useContext(KeyboardContext)
  return ({ nativeEvent }, id) => {
    const chord = chordOf(nativeEvent)
    return chord !== null && bindings.get(id)?.includes(chord) === true
  }
}
