// A value as it was when a press began, until the press is over: a line that comes or goes meanwhile moves what stands below it, and the press
// lands elsewhere.
import { useState } from 'react'
import { useIsPressing } from './press.ts'

export function useUnpressed<T>(value: T): T {
  const isPressing = useIsPressing()
  const [shown, setShown] = useState(value)
  if (isPressing || shown === value) return shown
  setShown(value)
  return value
}
