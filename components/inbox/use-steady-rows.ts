// Binds the steady order to a list on screen: holds it while the pointer is over it, and lets go on request.
import { useEffect, useState } from 'react'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { steadyOrder } from './steady-order.ts'

interface Steady {
  rows: Escalation[]
  waiting: Escalation[]
  /** Shows what waits, now. */
  release(): void
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place])
}

/** `filterKey` changes when the person asks for another list: then nothing is held. */
export function useSteadyRows(all: readonly Escalation[], wanted: readonly Escalation[], filterKey: string, held: boolean, reading: string | null): Steady {
  const [shown, setShown] = useState<{ ids: string[]; filterKey: string }>({ ids: [], filterKey })
  const isSameList = shown.filterKey === filterKey
  const wantedIds = wanted.map(({ content }) => content.id)
  const order = isSameList ? steadyOrder(shown.ids, wantedIds, held, reading) : { ids: wantedIds, waiting: [] }

  useEffect(() => {
    if (!isSameList || !sameOrder(order.ids, shown.ids)) setShown({ ids: order.ids, filterKey })
  })

  const byId = new Map(all.map((row) => [row.content.id, row]))
  const pick = (ids: string[]) => ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
  return { rows: pick(order.ids), waiting: pick(order.waiting), release: () => setShown({ ids: wantedIds, filterKey }) }
}
