// Text typed and not sent: loaded once, saved shortly after the last key, and at once when the page goes away.
import { useCallback, useEffect, useRef, useState } from 'react'

export interface DraftStore {
  get(key: string): Promise<{ text: string; savedAt: number | null }>
  set(key: string, text: string): Promise<unknown>
}

export interface Draft {
  text: string
  /** Null until the first save, and after a discard. */
  savedAt: number | null
  /** False until the worker answered; what is typed before wins over what is loaded. */
  ready: boolean
  /** The last save did not arrive. */
  unsaved: boolean
  change(text: string): void
  /** Saves now. */
  settle(text: string): void
  /** Forgets what was sent, unless something else stands there by now. Answers whether it did; also once the screen has gone. */
  clear(sent: string): boolean
}

const pauseMs = 400

/** `key` is fixed for the life of the component that asks: give it a React key. */
export function useDraft(store: DraftStore, key: string, now: () => number): Draft {
  const [state, setState] = useState({ text: '', savedAt: null as number | null, ready: false, unsaved: false })
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const typed = useRef(false)
  const newest = useRef('')

  const save = useCallback(
    (text: string) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = null
      store.set(key, text).then(
        () => setState((before) => ({ ...before, savedAt: text === '' ? null : now(), unsaved: false })),
        () => setState((before) => ({ ...before, unsaved: true })),
      )
    },
    [store, key, now],
  )

  const change = useCallback(
    (text: string) => {
      typed.current = true
      newest.current = text
      setState((before) => ({ ...before, text }))
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { text, timer: setTimeout(() => save(text), pauseMs) }
    },
    [save],
  )

  const settle = useCallback(
    (text: string) => {
      typed.current = true
      newest.current = text
      setState((before) => ({ ...before, text }))
      save(text)
    },
    [save],
  )

  const clear = useCallback(
    (sent: string) => {
      const isWhole = newest.current === sent
      if (isWhole) settle('')
      return isWhole
    },
    [settle],
  )

  useEffect(() => {
    let gone = false
    const loaded = (text: string, savedAt: number | null) => {
      if (gone) return
      if (!typed.current) newest.current = text
      setState((before) => (typed.current ? { ...before, ready: true } : { ...before, text, savedAt, ready: true }))
    }
    store.get(key).then(
      (found) => loaded(found.text, found.savedAt),
      () => loaded('', null),
    )
    const flush = () => {
      if (waiting.current) save(waiting.current.text)
    }
    window.addEventListener('pagehide', flush)
    return () => {
      gone = true
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [store, key, save])

  return { ...state, change, settle, clear }
}
