// Which key does what for one member: the table's keys under what the member changed. Knows which keys would mean two things at once.
import { type KeyChoices, noKeyChoices } from '../schema/settings.ts'
import { isCharacter } from './chord.ts'
import { type ActionId, actionOf, isActionId, type KeyAction, keyActions } from './key-actions.ts'

export type Bindings = ReadonlyMap<ActionId, readonly string[]>

export function bindingsOf({ changed, charactersOff }: KeyChoices): Bindings {
  return new Map(
    keyActions.map((action: KeyAction) => {
      const chosen = action.isFixed ? undefined : changed[action.id]
      const keys = chosen === undefined ? action.keys : chosen === '' ? [] : [chosen]
      return [action.id, charactersOff ? keys.filter((chord) => !isCharacter(chord)) : keys]
    }),
  )
}

export const defaultBindings = bindingsOf(noKeyChoices)

/** The actions of a key, in the order of the table. */
export function actionsFor(bindings: Bindings, chord: string): KeyAction[] {
  return keyActions.filter(({ id }) => bindings.get(id)?.includes(chord))
}

/** Whether two actions can be meant at the same moment. */
const meet = (a: KeyAction, b: KeyAction) => a.scope === b.scope || a.scope === 'anywhere' || b.scope === 'anywhere'

/** What has this key already, where the action works. */
export function conflictsOf(choices: KeyChoices, id: ActionId, chord: string): KeyAction[] {
  // A key that is switched off now would clash when it is switched on again.
  const bindings = bindingsOf({ ...choices, charactersOff: false })
  return actionsFor(bindings, chord).filter((other) => other.id !== id && meet(other, actionOf(id)))
}

const kept = ['Tab', 'Enter', 'Escape', 'Space', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'ContextMenu']
/** Of the browser, which does not give them to a page, or of editing, which nobody wants to lose. */
const ofBrowser = /^Ctrl\+(?:Shift\+)?[acnqrtvwxz]$|^Alt\+F4$|^F(?:5|11|12)$/

/** Why an action cannot have this key, in a sentence; null where it can. */
export function keyFault(id: ActionId, chord: string): string | null {
  const { scope } = actionOf(id)
  const bare = chord.replace('Shift+', '')
  if (kept.includes(bare)) return 'Every control needs this key for itself. Press another one.'
  if (/^[1-9]$/.test(chord)) return 'The digits go to steps. Press another key.'
  if (ofBrowser.test(chord)) return 'The browser keeps this key for itself. Press another one.'
  if ((scope === 'form' || scope === 'search') && !/^(?:Ctrl|Alt)\+/.test(chord)) return 'It works while you type, so it needs Ctrl or Alt.'
  return null
}

export function withKey(choices: KeyChoices, id: ActionId, chord: string): KeyChoices {
  const isOwn = actionOf(id).keys.join() === chord
  const { [id]: _, ...others } = choices.changed
  return { ...choices, changed: isOwn ? others : { ...others, [id]: chord } }
}

/** The action takes the key from those that had it. The first of them gets the action's in return where it can use it, the others none. */
export function withSwapped(choices: KeyChoices, id: ActionId, chord: string): KeyChoices {
  const before = bindingsOf({ ...choices, charactersOff: false }).get(id)?.[0]
  const others = conflictsOf(choices, id, chord).filter(({ isFixed }) => !isFixed)
  const taken = withKey(
    others.reduce((now, other) => withKey(now, other.id, ''), choices),
    id,
    chord,
  )
  const [other] = others
  if (!other || before === undefined || keyFault(other.id, before) || conflictsOf(taken, other.id, before).length > 0) return taken
  return withKey(taken, other.id, before)
}

/** The key of the table again; what has it meanwhile gives it back. */
export function withoutKey(choices: KeyChoices, id: ActionId): KeyChoices {
  const [own] = actionOf(id).keys
  return own === undefined ? choices : withSwapped(choices, id, own)
}

/** Whether anything differs from the table; what no longer stands there does not count. */
export const isChanged = ({ changed }: KeyChoices) => Object.keys(changed).some(isActionId)

/** Letters for the answers of a question, in order, without those that mean something else there. */
export function optionLetters(count: number, bindings: Bindings, charactersOff: boolean): string[] {
  if (charactersOff) return []
  const taken = new Set(keyActions.filter(({ scope }) => scope === 'anywhere' || scope === 'step').flatMap(({ id }) => bindings.get(id) ?? []))
  return [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !taken.has(letter)).slice(0, count)
}
