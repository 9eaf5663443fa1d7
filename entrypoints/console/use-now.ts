// The time as the screen shows it: moves on twice a minute, and at once when the tab comes back to the front.
import { useEffect, useState } from 'react'
import { useDesk } from './desk-context.ts'

const stepMs = 30_000

export function useNow(): number {
  const { now } = useDesk()
  const [at, setAt] = useState(now)
  useEffect(() => {
    const tick = () => setAt(now())
    const timer = setInterval(tick, stepMs)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [now])
  return at
}
