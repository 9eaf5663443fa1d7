// The order on screen while the list changes underneath: what a person is about to click does not move away.

export interface SteadyOrder {
  ids: string[]
  /** Arrived while the list was held; shown as a bar until the person asks for them. */
  waiting: string[]
}

/**
 * `held`: the pointer is over the list, so its rows stay where they are. Not held: the newest order, except that the row being
 * read stays beside its old neighbour although it no longer fits the filter.
 */
export function steadyOrder(shown: readonly string[], wanted: readonly string[], held: boolean, reading: string | null): SteadyOrder {
  if (held && shown.length > 0) {
    const known = new Set(shown)
    return { ids: [...shown], waiting: wanted.filter((id) => !known.has(id)) }
  }
  const place = reading === null ? -1 : shown.indexOf(reading)
  if (reading === null || place < 0 || wanted.includes(reading)) return { ids: [...wanted], waiting: [] }
  const before = new Set(shown.slice(0, place))
  const after = wanted.findLastIndex((id) => before.has(id)) + 1
  return { ids: wanted.toSpliced(after, 0, reading), waiting: [] }
}
