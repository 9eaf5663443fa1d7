// Takes the next key that is pressed, whatever it means elsewhere; Esc leaves everything as it was, Tab goes on.
import { useEffect, useRef } from 'react'
import { chordOf, chordWords } from '../../lib/domain/chord.ts'
import type { KeyAction } from '../../lib/domain/key-actions.ts'
import { keyWords } from '../../lib/domain/key-words.ts'
import { Button } from '../ui/Button.tsx'
import { isMac } from '../ui/keyboard.ts'
import styles from './keys.module.css'

interface Props {
  /** The key that cannot be had just so; null before the first. */
  pressed: string | null
  fault: string | null
  /** What has the key already. */
  others: KeyAction[]
  onPress: (chord: string) => void
  onSwap: () => void
  onNone: () => void
  onCancel: () => void
}

export function KeyPress({ pressed, fault, others, onPress, onSwap, onNone, onCancel }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const named = others.map(({ id }) => `“${keyWords[id]}”`).join(' and ')
  const mayTake = fault === null && others.some(({ isFixed }) => !isFixed)
  return (
    <div className={styles.press}>
      <input
        ref={field}
        readOnly
        aria-label="Press the new key"
        placeholder="Press the new key"
        className={styles.field}
        value={pressed === null ? '' : chordWords(pressed, isMac)}
        onKeyDown={(event) => {
          const chord = chordOf(event.nativeEvent)
          if (chord === null || chord === 'Tab' || chord === 'Shift+Tab') return
          event.preventDefault()
          event.stopPropagation()
          if (chord === 'Escape') onCancel()
          else onPress(chord)
        }}
      />
      <p className={styles.note} role="status">
        {fault ??
          (others.length > 0
            ? `${pressed && chordWords(pressed, isMac)} is the key of ${named}.`
            : 'One key, or one with Ctrl or Alt. Esc leaves it as it is.')}
      </p>
      <p className={styles.acts}>
        {mayTake && <Button onClick={onSwap}>Swap the keys</Button>}
        <Button look="quiet" onClick={onNone}>
          No key
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </p>
    </div>
  )
}
