// One line of the bench: what was measured, its samples, and the target beside them. Figures only; judging them is a person's.

export interface Row {
  what: string
  /** 'ms', 'kB', 'MB', '/s' or '' for a plain number. */
  unit: string
  samples: number[]
  /** As the targets name it, with its source. */
  target: string
  note?: string
}

/** The value below which `share` of the samples lie, by nearest rank; NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function medianOf(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}

/** Three figures are all that such a bench can carry. */
export function written(value: number, unit: string): string {
  const size = Math.abs(value)
  const isTiny = size > 0 && size < 0.005
  const number = isTiny ? value.toExponential(1) : size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(size === 0 ? 0 : 2)
  return unit === '' ? number : `${number} ${unit}`
}
