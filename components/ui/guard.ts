// In a frame inside a web page, buttons with consequences act only when the person provably saw them. This context says
// whether that guard is on and where a refused click is reported.
import { createContext } from 'react'

export interface Guard {
  isOn: boolean
  /** A sentence for the person: why the click did nothing. */
  onRefused: (reason: string) => void
}

export const GuardContext = createContext<Guard>({ isOn: false, onRefused: () => {} })

/** How long a button must have been visible, unbroken and unmoved, before a click on it counts. */
export const visibleForMs = 500

export interface Sighting {
  isTrusted: boolean
  canSee: boolean
  /** Since when the button has been fully visible without a break; null while it is not. */
  visibleAt: number | null
  /** Parts of it are scrolled out of sight, or the panel is too small for it. */
  isPartly: boolean
  /** When the frame was last seen at another place on the screen. */
  movedAt: number | null
  now: number
}

/** Why this click must not act, or null. */
export function refusalOf({ isTrusted, canSee, visibleAt, isPartly, movedAt, now }: Sighting): string | null {
  if (!isTrusted) return 'The page tried to click for you. Nothing was done.'
  if (!canSee)
    return 'This browser cannot tell whether the page covers this button. Nothing was done. It works in the sidebar, which Handrail’s button in the toolbar opens.'
  if (visibleAt === null && isPartly) return 'This button was not wholly in view. Nothing was done; click once more.'
  if (visibleAt === null) return 'Something on the page covers this button or makes it see-through. Nothing was done.'
  if (now - visibleAt < visibleForMs || (movedAt !== null && now - movedAt < visibleForMs))
    return 'This button had only just appeared or moved. Nothing was done; click once more.'
  return null
}
