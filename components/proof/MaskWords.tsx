// Masking more in a selection before it is sent: words marked in it with the pointer, or typed; and back again as long as this panel is open.
import { type RefObject, useEffect, useId, useState } from 'react'
import { maskWords, type Selection } from '../../lib/domain/mask-words.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/field.module.css'
import styles from './edit-proof.module.css'

interface Props {
  proof: Selection
  /** Where the words stand on screen. */
  within: RefObject<HTMLElement | null>
  mayUndo: boolean
  /** Answers whether it was saved; why not is said by the step. */
  onMask: (masked: Selection) => Promise<boolean>
  onUndo: () => Promise<boolean>
}

const placesOf = (count: number) => (count === 1 ? 'one place' : `${count} places`)
const short = (words: string) => (words.length > 24 ? `${words.slice(0, 24).trimEnd()}…` : words)

export function MaskWords({ proof, within, mayUndo, onMask, onUndo }: Props) {
  const id = useId()
  const [marked, setMarked] = useState('')
  /** Null while the field is closed. Never kept anywhere: it holds what nobody should read. */
  const [typed, setTyped] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  useEffect(() => {
    function look() {
      const selection = getSelection()
      const isHere = selection?.rangeCount && within.current?.contains(selection.getRangeAt(0).commonAncestorContainer)
      setMarked(isHere ? selection.toString().trim() : '')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [within])

  async function mask(words: string) {
    const { masked, count } = maskWords(proof, words)
    if (count === 0) return setSaid('These words do not stand in this evidence.')
    if (!(await onMask(masked))) return
    getSelection()?.removeAllRanges()
    setTyped(null)
    setSaid(`Masked in ${placesOf(count)}. The words are kept by this panel alone, until it closes.`)
  }
  const found = typed?.trim() ? maskWords(proof, typed).count : null
  return (
    <div className={styles.more}>
      {typed === null ? (
        <div className={styles.row}>
          {marked !== '' && (
            <Button
              // The words stay marked while it is pressed.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void mask(marked)}
            >
              Mask “{short(marked)}”
            </Button>
          )}
          <Button look="link" onClick={() => setTyped('')}>
            Mask words…
          </Button>
          {mayUndo && (
            <Button look="link" onClick={() => void onUndo().then((isBack) => isBack && setSaid('The words are back.'))}>
              Undo the mask
            </Button>
          )}
        </div>
      ) : (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault()
            void mask(typed)
          }}
        >
          <label htmlFor={id}>Words to mask</label>
          <input
            // biome-ignore lint/a11y/noAutofocus: the press that opened it asked for it
            autoFocus
            id={id}
            className={field.input}
            autoComplete="off"
            value={typed}
            aria-describedby={`${id}-found`}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setTyped(null)
            }}
          />
          <Button type="submit" disabled={!found}>
            Mask
          </Button>
          <span id={`${id}-found`} className={styles.muted} role="status">
            {found === null ? '' : found === 0 ? 'Not in this evidence.' : `In ${placesOf(found)}.`}
          </span>
        </form>
      )}
      {said && typed === null && (
        <p className={styles.muted} role="status">
          {said}
        </p>
      )}
    </div>
  )
}
