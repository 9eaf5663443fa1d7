// One action with its key, and the way to another one: press Change, press the key. A key that is taken is named with who has it.
import { useRef, useState } from 'react'
import { chordWords } from '../../lib/domain/chord.ts'
import type { KeyAction } from '../../lib/domain/key-actions.ts'
import { bindingsOf, conflictsOf, keyFault, withKey, withoutKey, withSwapped } from '../../lib/domain/key-bindings.ts'
import { keyWords } from '../../lib/domain/key-words.ts'
import type { KeyChoices } from '../../lib/schema/settings.ts'
import { Button } from '../ui/Button.tsx'
import { Keycap } from '../ui/Keycap.tsx'
import { isMac } from '../ui/keyboard.ts'
import { KeyPress } from './KeyPress.tsx'
import styles from './keys.module.css'

interface Props {
  action: KeyAction
  choices: KeyChoices
  isChanging: boolean
  onChanging: (isChanging: boolean) => void
  onChange: (choices: KeyChoices) => void
}

export function KeyRow({ action: { id, isFixed = false }, choices, isChanging, onChanging, onChange }: Props) {
  const [pressed, setPressed] = useState<string | null>(null)
  const words = keyWords[id]
  const change = useRef<HTMLButtonElement>(null)
  const keys = bindingsOf(choices).get(id) ?? []
  const shown = (id === 'nth' && keys.length > 0 ? ['1 – 9'] : keys.map((chord) => chordWords(chord, isMac))).join(' ')
  const fault = pressed === null ? null : keyFault(id, pressed)
  const others = pressed === null ? [] : conflictsOf(choices, id, pressed)
  const isOwn = choices.changed[id] !== undefined

  function end(next?: KeyChoices) {
    setPressed(null)
    onChanging(false)
    if (next) onChange(next)
    // Back to where it began: the field that took the key is about to go.
    requestAnimationFrame(() => change.current?.focus())
  }

  function take(chord: string) {
    setPressed(chord)
    if (keyFault(id, chord) === null && conflictsOf(choices, id, chord).length === 0) end(withKey(choices, id, chord))
  }

  return (
    <li className={styles.row} data-action={id}>
      <span className={styles.words}>{words}</span>
      <span className={styles.key}>
        {shown ? (
          <>
            <span className="visually-hidden">{shown}</span>
            <Keycap keys={shown} />
          </>
        ) : (
          <span className={styles.none}>{id === 'option' ? 'shown there' : 'none'}</span>
        )}
      </span>
      {!isFixed && (
        <span className={styles.acts}>
          {isOwn && !isChanging && (
            <Button look="quiet" aria-label={`Reset the key of: ${words}`} onClick={() => end(withoutKey(choices, id))}>
              Reset
            </Button>
          )}
          <Button ref={change} look="quiet" aria-label={`Change the key of: ${words}`} aria-expanded={isChanging} onClick={() => onChanging(!isChanging)}>
            Change
          </Button>
        </span>
      )}
      {isChanging && (
        <KeyPress
          pressed={pressed}
          fault={fault}
          others={others}
          onPress={take}
          onSwap={() => pressed !== null && end(withSwapped(choices, id, pressed))}
          onNone={() => end(withKey(choices, id, ''))}
          onCancel={() => end()}
        />
      )}
    </li>
  )
}
