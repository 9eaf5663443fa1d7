// A range of numbers, both bounds included; null is no bound.

export interface Range {
  from: number | null
  to: number | null
}

export function isWithin({ from, to }: Range, value: number | null): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to)
}

/** "from 100 to 500", "at least 100", "at most 500". */
export function rangeWords({ from, to }: Range): string {
  if (from === null) return `at most ${to}`
  return to === null ? `at least ${from}` : `from ${from} to ${to}`
}
