// A text that is being typed and that survives the form, the panel and a crash: what was kept comes back unless typing began first.
import { useEffect, useRef, useState } from 'react'
import type { TextKeeper } from './text-keeper.ts'

export function useKeptText(keeper: TextKeeper, key: string): [text: string, change: (text: string) => void] {
  const [text, setText] = useState('')
  const isTouched = useRef(false)

  useEffect(() => {
    let isHere = true
    void keeper.load(key).then((kept) => {
      if (isHere && !isTouched.current && kept !== '') setText(kept)
    })
    return () => {
      isHere = false
    }
  }, [keeper, key])

  function change(typed: string) {
    isTouched.current = true
    setText(typed)
    keeper.keep(key, typed)
  }
  return [text, change]
}
