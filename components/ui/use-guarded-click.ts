// A click that acts only on a trusted event after half a second of unbroken visibility, as IntersectionObserver v2 reports it
// from outside the page's reach. Outside the in-page frame it is an ordinary click.
import { useCallback, useContext, useEffect, useRef } from 'react'
import { GuardContext, refusalOf } from './guard.ts'

/** Not yet in TypeScript's DOM library. */
interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean
}
interface VisibilityInit extends IntersectionObserverInit {
  trackVisibility: boolean
  delay: number
}

const canSee = typeof IntersectionObserverEntry !== 'undefined' && 'isVisible' in IntersectionObserverEntry.prototype

export function useGuardedClick<E extends HTMLElement>(
  act: () => void,
): { ref: (element: E | null) => undefined | (() => void); onGesture: (event: Event) => void } {
  const { isOn, onRefused } = useContext(GuardContext)
  const visibleAt = useRef<number | null>(null)
  const isPartly = useRef(false)
  const own = useRef<E | null>(null)
  const place = useRef<{ at: string; movedAt: number | null } | null>(null)

  useEffect(() => {
    if (!isOn) return
    // Where the frame stands on the screen, sampled from every pointer event: a page that slides it under a click is noticed.
    const sample = (event: PointerEvent) => {
      const at = `${Math.round(event.screenX - event.clientX)},${Math.round(event.screenY - event.clientY)}`
      if (place.current === null) place.current = { at, movedAt: null }
      else if (place.current.at !== at) place.current = { at, movedAt: performance.now() }
    }
    addEventListener('pointermove', sample, true)
    addEventListener('pointerdown', sample, true)
    return () => {
      removeEventListener('pointermove', sample, true)
      removeEventListener('pointerdown', sample, true)
    }
  }, [isOn])

  const ref = useCallback(
    (element: E | null) => {
      visibleAt.current = null
      own.current = element
      if (!element || !isOn || !canSee) return
      const init: VisibilityInit = { threshold: 1, trackVisibility: true, delay: 100 }
      const observer = new IntersectionObserver((entries) => {
        const last = entries.at(-1) as VisibilityEntry
        isPartly.current = last.intersectionRatio < 1
        visibleAt.current = last.isVisible ? (visibleAt.current ?? last.time) : null
      }, init)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [isOn],
  )

  /** A click, or the press of its key. */
  function onGesture({ isTrusted }: Event) {
    if (!isOn) return act()
    const now = performance.now()
    const refusal = refusalOf({ isTrusted, canSee, visibleAt: visibleAt.current, isPartly: isPartly.current, movedAt: place.current?.movedAt ?? null, now })
    if (!refusal) return act()
    if (isPartly.current) own.current?.scrollIntoView({ block: 'nearest' })
    onRefused(refusal)
  }

  return { ref, onGesture }
}
