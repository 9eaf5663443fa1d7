// A text that is being typed and that survives the form, the panel and a crash: what was kept comes back unless typing began first.
import { useEffect, useRef, useState } from 'react'
import type { TextKeeper } from './text-keeper.ts'

interface KeptText {
  text: string
  change: (text: string) => void
  /** Forgets what was sent, unless something else stands there by now. Answers whether it did; also once the form has gone. */
  clear: (sent: string) => boolean
}

export function useKeptText(keeper: TextKeeper, key: string): KeptText {
  const [text, setText] = useState('')
  const newest = useRef('')
  const isTouched = useRef(false)

  useEffect(() => {
    let isHere = true
    void keeper.load(key).then((kept) => {
      if (!isHere || isTouched.current || kept === '') return
      newest.current = kept
      setText(kept)
    })
    return () => {
      isHere = false
    }
  }, [keeper, key])

  function change(typed: string) {
    isTouched.current = true
    newest.current = typed
    setText(typed)
    keeper.keep(key, typed)
  }
  function clear(sent: string): boolean {
    const isWhole = newest.current === sent
    if (isWhole) change('')
    return isWhole
  }
  return { text, change, clear }
}
