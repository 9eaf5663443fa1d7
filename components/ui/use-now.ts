// The clock of a component that shows one: ticks only while it is asked to.
import { useEffect, useState } from 'react'

/** The instant, renewed every `everyMs`; it stands still with null. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (everyMs === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
