import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chordForAria, chordOf, chordWords, isCharacter, type Press, worksWhileTyping } from '../../lib/domain/chord.ts'
import { type ActionId, keyActions } from '../../lib/domain/key-actions.ts'
import {
  actionsFor,
  bindingsOf,
  conflictsOf,
  defaultBindings,
  isChanged,
  keyFault,
  optionLetters,
  withKey,
  withoutKey,
  withSwapped,
} from '../../lib/domain/key-bindings.ts'
import { type KeyChoices, noKeyChoices } from '../../lib/schema/settings.ts'

function press(key: string, code: string, held = ''): Press {
  const has = (name: string) => held.split('+').includes(name)
  return {
    key,
    code,
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    altKey: has('Alt'),
    shiftKey: has('Shift'),
    isComposing: has('composing'),
    getModifierState: (name) => has(name),
  }
}

test.each([
  ['a letter', press('j', 'KeyJ'), 'j'],
  ['a letter where another layout has it', press('j', 'KeyC'), 'j'],
  ['a letter under Caps Lock', press('J', 'KeyJ'), 'j'],
  ['a letter with Shift', press('C', 'KeyC', 'Shift'), 'Shift+c'],
  ['a sign that needs Shift', press('?', 'Slash', 'Shift'), '?'],
  ['the same sign on a German keyboard', press('?', 'Minus', 'Shift'), '?'],
  ['a slash over a digit', press('/', 'Digit7', 'Shift'), '/'],
  ['a digit on a French keyboard', press('1', 'Digit1', 'Shift'), '1'],
  ['a digit of the number pad', press('3', 'Numpad3'), '3'],
  ['an umlaut', press('ö', 'Semicolon'), 'ö'],
  ['a Cyrillic letter, by its place', press('о', 'KeyJ'), 'j'],
  ['a Hebrew letter, by its place', press('ח', 'KeyJ'), 'j'],
  ['a sign written with AltGr', press('@', 'KeyQ', 'Ctrl+Alt+AltGraph'), '@'],
  ['Alt on a Mac, which writes a sign', press('π', 'KeyP', 'Alt'), 'Alt+p'],
  ['Alt on a Mac, which begins an accent', press('Dead', 'KeyN', 'Alt'), 'Alt+n'],
  ['Ctrl', press('Enter', 'Enter', 'Ctrl'), 'Ctrl+Enter'],
  ['Cmd', press('Enter', 'Enter', 'Meta'), 'Ctrl+Enter'],
  ['several modifiers in one order', press('K', 'KeyK', 'Shift+Alt+Ctrl'), 'Ctrl+Alt+Shift+k'],
  ['the space bar', press(' ', 'Space'), 'Space'],
  ['a named key with Shift', press('F6', 'F6', 'Shift'), 'Shift+F6'],
  ['the plus sign', press('+', 'Equal', 'Ctrl'), 'Ctrl++'],
  ['an accent that waits for its letter', press('Dead', 'Equal'), null],
  ['a modifier alone', press('Shift', 'ShiftLeft', 'Shift'), null],
  ['composition', press('j', 'KeyJ', 'composing'), null],
  ['a key that goes to the input method', press('Process', 'KeyJ'), null],
])('%s is read as one word', (_, pressed, chord) => expect(chordOf(pressed)).toBe(chord))

test.each([
  ['j', 'j', 'J'],
  ['Shift+c', 'Shift+C', 'Shift+C'],
  ['Ctrl+Enter', 'Ctrl+Enter', 'Control+Enter'],
  ['Escape', 'Esc', 'Escape'],
  ['Ctrl++', 'Ctrl++', 'Control++'],
  ['?', '?', '?'],
])('%s is shown as %s', (chord, words, aria) => expect([chordWords(chord), chordForAria(chord)]).toEqual([words, aria]))

test('on a Mac the key is called Cmd', () => expect(chordWords('Ctrl+Shift+k', true)).toBe('Cmd+Shift+K'))

test.each([
  ['j', true, false],
  ['Shift+c', true, false],
  ['?', true, false],
  ['+', true, false],
  ['Alt+p', false, true],
  ['Ctrl++', false, true],
  ['Escape', false, true],
  ['F6', false, true],
  ['Backspace', false, false],
  ['Space', false, false],
])('%s: a character alone %s, works while typing %s', (chord, alone, typing) => expect([isCharacter(chord), worksWhileTyping(chord)]).toEqual([alone, typing]))

const ids = keyActions.map(({ id }) => id)
const mayChange = keyActions.filter((action) => !('isFixed' in action)).map(({ id }) => id)

describe('the table', () => {
  test('names each action once, with an id that can be kept', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z][a-z-]{0,59}$/.test(id))).toEqual([])
  })
  test('gives no key to two actions that can be meant at the same moment', () =>
    expect(
      ids.flatMap((id) => (defaultBindings.get(id) ?? []).flatMap((chord) => conflictsOf(noKeyChoices, id, chord).map((other) => `${id} ${other.id}`))),
    ).toEqual([]))
  test('gives only keys that a person could choose, too', () =>
    expect(mayChange.flatMap((id) => (defaultBindings.get(id) ?? []).map((chord) => keyFault(id, chord))).filter(Boolean)).toEqual([]))
  test('leaves at least four letters for the answers of a question', () => expect(optionLetters(4, defaultBindings, false)).toHaveLength(4))
})

test('a key is chosen, swapped, taken away and put back', () => {
  const chosen = withKey(noKeyChoices, 'skip', 'q')
  expect(bindingsOf(chosen).get('skip')).toEqual(['q'])
  expect(isChanged(chosen)).toBe(true)
  expect(conflictsOf(chosen, 'search', 'q').map(({ id }) => id)).toEqual(['skip'])
  const swapped = withSwapped(chosen, 'search', 'q')
  expect([bindingsOf(swapped).get('search'), bindingsOf(swapped).get('skip')]).toEqual([['q'], ['/']])
  expect(withoutKey(withoutKey(swapped, 'search'), 'skip')).toEqual(noKeyChoices)
  expect(withKey(chosen, 'skip', 's')).toEqual(noKeyChoices)
  expect(bindingsOf(withKey(noKeyChoices, 'skip', '')).get('skip')).toEqual([])
})

test('a key in a form is no key of the search, and one that works anywhere is both', () => {
  expect(conflictsOf(noKeyChoices, 'send', 'Alt+p')).toEqual([])
  expect(conflictsOf(noKeyChoices, 'keys', 'Ctrl+Enter').map(({ id }) => id)).toEqual(['search-insert', 'send'])
})

test.each([
  ['skip', 'Tab'],
  ['skip', 'Shift+Tab'],
  ['skip', 'Escape'],
  ['skip', '5'],
  ['skip', 'Ctrl+w'],
  ['send', 'x'],
  ['search-pin', 'Shift+x'],
] as [ActionId, string][])('%s is refused %s with a sentence', (id, chord) => expect(keyFault(id, chord)).toMatch(/\.$/))

test('with single keys off only those with Ctrl or Alt and the named ones are left', () => {
  const bindings = bindingsOf({ changed: { skip: 'Alt+s' }, charactersOff: true })
  expect(bindings.get('search')).toEqual([])
  expect(bindings.get('finish')).toEqual([])
  expect(bindings.get('skip')).toEqual(['Alt+s'])
  expect(bindings.get('close')).toEqual(['Escape'])
  expect(optionLetters(3, bindings, true)).toEqual([])
})

test('what an older or newer panel kept of other actions is passed over', () => {
  const choices: KeyChoices = { changed: { 'long-gone': 'q', close: 'q', skip: 'q' }, charactersOff: false }
  expect(actionsFor(bindingsOf(choices), 'q').map(({ id }) => id)).toEqual(['skip'])
  expect(isChanged({ changed: { 'long-gone': 'q' }, charactersOff: false })).toBe(false)
})

test('swapping, as often as one likes, never leaves a key with two meanings', () => {
  const chords = ['a', 'b', 'j', 's', '/', 'Alt+p', 'Ctrl+Enter', 'Shift+c']
  const swap = fc.record({ id: fc.constantFrom(...mayChange), chord: fc.constantFrom(...chords) })
  fc.assert(
    fc.property(fc.array(swap, { maxLength: 12 }), (swaps) => {
      const choices = swaps.filter(({ id, chord }) => keyFault(id, chord) === null).reduce((now, { id, chord }) => withSwapped(now, id, chord), noKeyChoices)
      for (const id of ids) for (const chord of bindingsOf(choices).get(id) ?? []) expect(conflictsOf(choices, id, chord)).toEqual([])
    }),
  )
})
