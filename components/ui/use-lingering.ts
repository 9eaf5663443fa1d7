// What is about to leave the screen stays while a pointer is down: what goes away between press and release takes the click with it.
import { useEffect, useState } from 'react'

/** True while `isWanted`, and after that until nothing is pressed. */
export function useLingering(isWanted: boolean): boolean {
  const [isPressed, setPressed] = useState(false)
  const [isShown, setShown] = useState(isWanted)

  useEffect(() => {
    const press = () => setPressed(true)
    // The click comes after the release, in a turn of its own.
    const release = () => setTimeout(() => setPressed(false))
    const ends = ['pointerup', 'pointercancel'] as const
    document.addEventListener('pointerdown', press, true)
    for (const end of ends) document.addEventListener(end, release, true)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      for (const end of ends) document.removeEventListener(end, release, true)
    }
  }, [])

  useEffect(() => {
    if (isWanted || !isPressed) setShown(isWanted)
  }, [isWanted, isPressed])
  return isShown || isWanted
}
