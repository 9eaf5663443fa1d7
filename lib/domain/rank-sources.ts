// Which of several ways to read a value is the best: it reads what was pointed at, lives through a re-render, and reads other open cases as well.
// What these words mean is in ADR 16. Knows no page: it is told what was read.
import type { Candidate } from '../schema/picker.ts'
import type { FieldSource } from '../schema/site.ts'

export type FoundBy = Candidate['by'] | 'address' | 'title'

/** Another case, by what people call it, and what the source reads there. */
export interface Elsewhere {
  name: string
  value: string | null
}

export interface Tried {
  source: FieldSource
  by: FoundBy
  here: string | null
  /** What it should read here; null where anything will do, as for an area. */
  wanted: string | null
  count: number
  /** False: it reads something else then. Null: not tried. */
  renamed: boolean | null
  moved: boolean | null
  elsewhere: Elsewhere[]
}

export const isRight = ({ here, wanted }: Tried) => here !== null && (wanted === null || here === wanted)
export const survives = ({ renamed, moved }: Pick<Tried, 'renamed' | 'moved'>) => renamed !== false && moved !== false

const isNumber = (text: string) => /^\d+$/.test(text)

/** Whether it could be the same thing of another case: a number for a number, and no whole page for a word. */
export function isPlausible(value: string | null, here: string): boolean {
  if (value === null) return false
  return isNumber(value) === isNumber(here) && value.length <= Math.max(80, here.length * 4)
}

/** In how many other cases it reads something that could be meant; an id must be another one there. */
export const readElsewhere = ({ elsewhere, here }: Tried, isId: boolean) =>
  elsewhere.filter(({ value }) => here !== null && isPlausible(value, here) && !(isId && value === here)).length

const steadiness: Record<FoundBy, number> = { test: 1, label: 2, id: 3, name: 3, address: 4, attribute: 4, title: 5, class: 6, position: 7 }
/** No page can forge its address, and none counts its cases in another place than there. */
const weight = (by: FoundBy, isId: boolean) => (isId && by === 'address' ? 0 : steadiness[by])

const key = ({ source }: Tried) => JSON.stringify(source)

/** Best first, whatever the order in which they come. `isId`: two cases with the same value would become one. */
export function rankSources(tried: Tried[], isId: boolean): Tried[] {
  const order = (a: Tried, b: Tried) =>
    Number(isRight(b)) - Number(isRight(a)) ||
    Number(survives(b)) - Number(survives(a)) ||
    readElsewhere(b, isId) - readElsewhere(a, isId) ||
    Number(a.count > 1) - Number(b.count > 1) ||
    weight(a.by, isId) - weight(b.by, isId) ||
    key(a).length - key(b).length ||
    (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
  return tried.toSorted(order)
}
