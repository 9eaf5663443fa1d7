// Which of a list moved, when the others kept their order: everything outside a longest run that still ascends.

/** `origins`: where each stood before, no two alike. The positions of those that moved; as few as can be, and of equal choices the same each time. */
export function movedPositions(origins: readonly number[]): Set<number> {
  /** For each length, the position at which the ascending run of that length ends lowest. */
  const ends: number[] = []
  const previous: (number | null)[] = []
  for (const [position, origin] of origins.entries()) {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if (origins[ends[middle]!]! < origin) low = middle + 1
      else high = middle
    }
    previous.push(low > 0 ? ends[low - 1]! : null)
    ends[low] = position
  }
  const moved = new Set(origins.keys())
  for (let at: number | null = ends.at(-1) ?? null; at !== null; at = previous[at] ?? null) moved.delete(at)
  return moved
}
