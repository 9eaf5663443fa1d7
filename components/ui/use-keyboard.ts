// Listens for the keys of a whole page and hands each to the control that answers to it. Refuses while somebody types, and what a
// control has taken for itself.
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { chordOf, worksWhileTyping } from '../../lib/domain/chord.ts'
import type { ActionId } from '../../lib/domain/key-actions.ts'
import { actionsFor, bindingsOf } from '../../lib/domain/key-bindings.ts'
import { type KeyChoices, noKeyChoices } from '../../lib/schema/settings.ts'
import { type Act, isTyping, type Keyboard } from './keyboard.ts'

export function useKeyboard(choices: KeyChoices = noKeyChoices): Keyboard {
  const answering = useRef(new Map<ActionId, Act[]>())
  const bindings = useMemo(() => bindingsOf(choices), [choices])
  // One and the same for good: registered anew in another order, the wrong control would be the last that came.
  const register = useCallback<Keyboard['register']>((id, act) => {
    const all = answering.current
    all.set(id, [...(all.get(id) ?? []), act])
    return () =>
      all.set(
        id,
        all.get(id)!.filter((known) => known !== act),
      )
  }, [])
  const keyboard = useMemo<Keyboard>(() => ({ bindings, charactersOff: choices.charactersOff, register }), [bindings, choices.charactersOff, register])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = event.defaultPrevented ? null : chordOf(event)
      if (chord === null || (isTyping(event.target) && !worksWhileTyping(chord))) return
      for (const { id, repeats } of actionsFor(bindings, chord)) {
        // The one that came last acts, or hands it on to the one before.
        const acts = [...(answering.current.get(id) ?? [])].reverse()
        // A key that is held down does its work once.
        if (acts.length === 0 || ((!event.repeat || repeats) && acts.every((act) => act(event) === false))) continue
        return event.preventDefault()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [bindings])
  return keyboard
}
