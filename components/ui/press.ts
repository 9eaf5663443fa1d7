// When a press is over: the click comes after the release, in a turn of its own. What comes, goes or moves before that takes the click with it.
import { useEffect, useState } from 'react'

const ends = ['pointerup', 'pointercancel'] as const

/** Once, or each time as long as nobody takes it back; answers how to. */
export function whenReleased(act: () => void, isOnce = false): () => void {
  const stop = () => {
    for (const end of ends) document.removeEventListener(end, release, true)
  }
  const release = () => {
    if (isOnce) stop()
    setTimeout(act)
  }
  for (const end of ends) document.addEventListener(end, release, true)
  return stop
}

export function useIsPressing(): boolean {
  const [isPressing, setPressing] = useState(false)
  useEffect(() => {
    const press = () => setPressing(true)
    document.addEventListener('pointerdown', press, true)
    const stop = whenReleased(() => setPressing(false))
    return () => {
      document.removeEventListener('pointerdown', press, true)
      stop()
    }
  }, [])
  return isPressing
}
