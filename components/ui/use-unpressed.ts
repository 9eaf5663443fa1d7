// A value as it was when a press began, until the press is over: a line that comes or goes meanwhile moves what stands below it, and the press
// lands elsewhere.
import { useEffect, useState } from 'react'

export function useUnpressed<T>(value: T): T {
  const [isPressing, setPressing] = useState(false)
  const [shown, setShown] = useState(value)
  useEffect(() => {
    const press = () => setPressing(true)
    // The click comes after the release.
    const release = () => setTimeout(() => setPressing(false))
    const ends = ['pointerup', 'pointercancel'] as const
    document.addEventListener('pointerdown', press, true)
    for (const end of ends) document.addEventListener(end, release, true)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      for (const end of ends) document.removeEventListener(end, release, true)
    }
  }, [])
  if (isPressing || shown === value) return shown
  setShown(value)
  return value
}
