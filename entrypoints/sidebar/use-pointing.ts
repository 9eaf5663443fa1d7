// One pointing after another: asks the picker until somebody clicked or gave up, hands on the keys that are pressed in the panel, and ends with the screen.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RowKey } from '../../lib/domain/profile-draft.ts'
import type { Picked, PickKind } from '../../lib/schema/picker.ts'
import type { ReadingActions } from './reading-actions.ts'

export interface Pick {
  row: RowKey
  kind: PickKind
  picked: Picked
}

const noAnswer =
  'This page cannot be pointed at. Turn Handrail on for this site, or reload the page, then try again. The browser lets nothing into its own pages and its shop.'
const secret = 'What was pointed at is a secret, or holds one: nothing of it is ever read.'

export function usePointing(actions: ReadingActions, onFault: (cause: unknown) => void) {
  const [pointing, setPointing] = useState<RowKey | null>(null)
  const [pick, setPick] = useState<Pick | null>(null)
  const turn = useRef('')

  const stop = useCallback(() => {
    turn.current = ''
    setPointing(null)
    setPick(null)
    void actions.stop()
  }, [actions])

  // A panel that closes takes the picker out of the page; one that dies leaves it to end by itself.
  useEffect(() => {
    const leave = () => void actions.stop()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [actions])

  useEffect(() => {
    if (pointing === null) return
    const hand = (event: KeyboardEvent) => {
      if (!/^(?:Arrow\w+|Enter|Escape)$/.test(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      actions.key(event.key).catch(() => null)
    }
    window.addEventListener('keydown', hand, true)
    return () => window.removeEventListener('keydown', hand, true)
  }, [pointing, actions])

  async function point(row: RowKey, kind: PickKind, label: string) {
    const own = crypto.randomUUID()
    turn.current = own
    setPick(null)
    setPointing(row)
    const words = `Click ${label} in the page. Arrow up: wider, down: narrower. Enter takes it, Esc gives up.`
    try {
      while (turn.current === own) {
        const answer = await actions.point(own, kind, words)
        if (turn.current !== own) return
        if (answer?.state === 'pointing') continue
        turn.current = ''
        setPointing(null)
        if (answer?.state === 'picked' && answer.picked) setPick({ row, kind, picked: answer.picked })
        else if (answer?.state === 'picked') onFault(new Error(secret))
        else if (!answer) onFault(new Error(noAnswer))
      }
    } catch (cause) {
      setPointing(null)
      onFault(cause)
    }
  }

  /** Wider or narrower than what was picked. */
  async function step(key: 'ArrowUp' | 'ArrowDown') {
    const answer = await actions.key(key).catch(() => null)
    if (pick && answer?.picked) setPick({ ...pick, picked: answer.picked })
  }

  return { pointing, pick, point, step, stop }
}
