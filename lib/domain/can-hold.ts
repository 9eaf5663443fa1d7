// Can a condition hold for any case at all? "No" is certain; "yes" means only that nothing was found against it.
// It reads comparisons as `holds` does: what tells two values apart is where each stands among the numbers and words compared with.
import type { Condition } from '../schema/condition.ts'
import { fits, numberIn } from './condition.ts'

type Atom = Extract<Condition, { op: 'compare' | 'known' }>
/** A kind of value. Places: 2i + 1 is exactly the i-th of the sorted list, 2i lies before it. `number` is null where there is none. */
type Reading = { number: number | null; text: number } | 'unknown'

const mostAtoms = 40
const mostWays = 2_000

export function canHold(condition: Condition): boolean {
  const atoms = atomsOf(condition)
  if (atoms.length > mostAtoms) return true
  const fields = [...Map.groupBy(atoms, ({ field }) => field).values()].map((own) => ({ own, ways: waysOf(own) }))
  const truth = new Map<Atom, boolean>()
  let left = mostWays
  const search = (depth: number): boolean => {
    const said = verdict(condition, truth)
    const field = fields[depth]
    if (said !== null || !field) return said ?? true
    for (const way of field.ways) {
      if (left-- <= 0) return true
      field.own.forEach((atom, index) => {
        truth.set(atom, way[index]!)
      })
      if (search(depth + 1)) return true
    }
    for (const atom of field.own) truth.delete(atom)
    return false
  }
  return search(0)
}

function atomsOf(condition: Condition): Atom[] {
  if (condition.op === 'compare' || condition.op === 'known') return [condition]
  return condition.op === 'not' ? atomsOf(condition.of) : condition.of.flatMap(atomsOf)
}

/** What is certain while only some comparisons are settled; null where it still depends on the others. */
function verdict(condition: Condition, truth: ReadonlyMap<Atom, boolean>): boolean | null {
  if (condition.op === 'compare' || condition.op === 'known') return truth.get(condition) ?? null
  if (condition.op === 'not') {
    const inner = verdict(condition.of, truth)
    return inner === null ? null : !inner
  }
  const parts = condition.of.map((part) => verdict(part, truth))
  const settling = condition.op === 'or'
  if (parts.includes(settling)) return settling
  return parts.includes(null) ? null : !settling
}

/** Every combination of truths that some value of one field gives its comparisons, and perhaps a few that none does. */
function waysOf(atoms: readonly Atom[]): boolean[][] {
  const words = atoms.flatMap((atom) => (atom.op === 'compare' && typeof atom.value === 'string' ? [atom.value] : []))
  const figures = atoms.flatMap((atom) => (atom.op === 'compare' ? (numberOf(atom.value) ?? []) : []))
  const texts = [...new Set(words.map((word) => word.toLowerCase()))].sort()
  const numbers = [...new Set(figures)].sort((a, b) => a - b)
  const ways = readingsOf(texts, numbers).map((reading) => atoms.map((atom) => isTrueOf(atom, reading, texts, numbers)))
  return [...new Map(ways.map((way) => [way.join(), way])).values()]
}

function readingsOf(texts: readonly string[], numbers: readonly number[]): Reading[] {
  const anyNumber = [null, ...placesAmong(numbers)]
  const known = placesAmong(texts).flatMap((text): Reading[] => {
    const exact = text % 2 === 1 ? texts[(text - 1) / 2]! : null
    if (exact === null) return anyNumber.map((number) => ({ number, text }))
    // A value is never empty and has no blanks at its ends; the words themselves say which number is in them.
    if (exact === '' || exact !== exact.trim()) return []
    const number = numberIn(exact)
    return [{ number: number === null ? null : placeOf(number, numbers), text }]
  })
  return ['unknown', ...known]
}

const placesAmong = (sorted: readonly unknown[]) => Array.from({ length: 2 * sorted.length + 1 }, (_, place) => place)
const placeOf = <T>(item: T, sorted: readonly T[]) => 2 * sorted.indexOf(item) + 1
const numberOf = (value: string | number) => (typeof value === 'number' ? value : numberIn(value))

function isTrueOf(atom: Atom, reading: Reading, texts: readonly string[], numbers: readonly number[]): boolean {
  if (reading === 'unknown' || atom.op === 'known') return reading !== 'unknown'
  const wanted = numberOf(atom.value)
  if (wanted !== null && reading.number !== null) {
    const place = placeOf(wanted, numbers)
    // As in `holds`: two amounts beyond all numbers cannot be compared.
    const order = reading.number === place && !Number.isFinite(wanted) ? Number.NaN : reading.number - place
    return fits(order, atom.comparator)
  }
  if (typeof atom.value === 'number') return atom.comparator === '!='
  return fits(reading.text - placeOf(atom.value.toLowerCase(), texts), atom.comparator)
}
