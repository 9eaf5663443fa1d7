// What is about to leave the screen stays while a pointer is down: what goes away between press and release takes the click with it.
import { useEffect, useState } from 'react'
import { useIsPressing } from './press.ts'

/** True while `isWanted`, and after that until nothing is pressed. */
export function useLingering(isWanted: boolean): boolean {
  const isPressing = useIsPressing()
  const [isShown, setShown] = useState(isWanted)
  useEffect(() => {
    if (isWanted || !isPressing) setShown(isWanted)
  }, [isWanted, isPressing])
  return isShown || isWanted
}
