// One choice out of a few. Arrows only move; Space, Enter, its letter or a click chooses: an answer here unfolds work, so reading the
// options by keyboard must not answer the question.
import { Fragment, type KeyboardEvent, type ReactNode, useContext, useRef } from 'react'
import { chordOf } from '../../lib/domain/chord.ts'
import { optionLetters } from '../../lib/domain/key-bindings.ts'
import { Keycap } from './Keycap.tsx'
import { KeyboardContext } from './keyboard.ts'
import styles from './radio-list.module.css'

interface Props {
  label: string
  /** `after` stands below its option. */
  options: { id: string; label: string; after?: ReactNode }[]
  chosen: string | null
  onChoose: (id: string) => void
  /** Marks the control that the next-step focus lands on. */
  isPrimary?: boolean
  isDisabled?: boolean
  /** Shows a letter beside each option. */
  isKeyed?: boolean
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

export function RadioList({ label, options, chosen, onChoose, isPrimary = false, isDisabled = false, isKeyed = false }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const { bindings, charactersOff } = useContext(KeyboardContext)
  const letters = isKeyed ? optionLetters(options.length, bindings, charactersOff) : []
  const tabStop = Math.max(
    0,
    options.findIndex(({ id }) => id === chosen),
  )

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    const named = event.repeat ? undefined : options[letters.indexOf(chordOf(event.nativeEvent) ?? '')]
    if (step === undefined && !named) return
    event.preventDefault()
    if (named) return onChoose(named.id)
    if (step === undefined) return
    const radios = Array.from(root.current?.querySelectorAll<HTMLButtonElement>('[role=radio]') ?? [])
    const at = radios.indexOf(document.activeElement as HTMLButtonElement)
    radios[(at + step + radios.length) % radios.length]?.focus()
  }

  return (
    <div ref={root} role="radiogroup" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
      {options.map((option, index) => (
        <Fragment key={option.id}>
          {/* biome-ignore lint/a11y/useSemanticElements: a native radio chooses as soon as an arrow reaches it */}
          <button
            type="button"
            role="radio"
            aria-checked={option.id === chosen}
            tabIndex={index === tabStop ? 0 : -1}
            data-primary={isPrimary && index === tabStop ? true : undefined}
            disabled={isDisabled}
            className={styles.option}
            aria-keyshortcuts={letters[index]}
            onClick={() => onChoose(option.id)}
          >
            <span className={styles.dot} aria-hidden="true" />
            <span dir="auto" className={styles.label}>
              {option.label}
            </span>
            {letters[index] && <Keycap keys={letters[index]} />}
          </button>
          {option.after}
        </Fragment>
      ))}
    </div>
  )
}
