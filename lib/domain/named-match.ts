// Which section, option or outcome of one version is which of another: by id, by the same words, and last by similar ones.
import { isSameWording, similarity } from './wording.ts'

export interface Named {
  id: string
  label: string
}

/** How alike two wordings must be where nothing else speaks for them; with one left on each side they stand at the same place anyway. */
const alike = { among: 0.6, alone: 0.4 } as const

/** The earlier one of each later one that has one. Never the same twice. `likeness`: 0 to 1; the words alone, where nothing else tells more. */
export function pairNamed<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  likeness: (before: T, after: T) => number = (a, b) => similarity(a.label, b.label),
): Map<T, T> {
  const origins = new Map<T, T>()
  const open = () => ({ left: before.filter((one) => ![...origins.values()].includes(one)), right: after.filter((one) => !origins.has(one)) })
  const pairWhere = (fits: (a: T, b: T) => boolean) => {
    const { left, right } = open()
    for (const later of right) {
      const at = left.findIndex((earlier) => fits(earlier, later))
      if (at >= 0) origins.set(later, left.splice(at, 1)[0]!)
    }
  }
  pairWhere((a, b) => a.id === b.id && isSameWording(a.label, b.label))
  pairWhere((a, b) => isSameWording(a.label, b.label))
  pairWhere((a, b) => a.id === b.id)
  const { left, right } = open()
  const enough = left.length === 1 && right.length === 1 ? alike.alone : alike.among
  const candidates = left.flatMap((earlier) => right.map((later) => ({ earlier, later, score: likeness(earlier, later) })))
  for (const { earlier, later, score } of candidates.sort((a, b) => b.score - a.score)) {
    if (score < enough || origins.has(later) || [...origins.values()].includes(earlier)) continue
    origins.set(later, earlier)
  }
  return origins
}
