// Ways to read what somebody pointed at. Each is tried with the reader that will read it later: here, in a copy of the page with other generated
// names, and in a copy in which something more stands before. Ranks nothing.
import type { PageRead } from '../schema/page.ts'
import type { Candidate, Picked, PickKind } from '../schema/picker.ts'
import { copyPage, renameGenerated, withOneMore } from './copy.ts'
import { textUnder } from './gather.ts'
import { countLabel, labelsNear } from './labels.ts'
import { createReader } from './read.ts'
import { rootsUnder } from './roots.ts'
import { anchorsAround, selectorsOf } from './selectors.ts'
import { isSecret, isVisible, squeeze } from './visible.ts'

type Place = Pick<Candidate, 'source' | 'by'>

/** Values that stand in an attribute in a form that machines read. */
const speaking = ['datetime', 'title', 'data-value', 'data-amount', 'data-id', 'href']

function placesOf(element: Element, kind: PickKind): Place[] {
  const selectors = selectorsOf(element)
  const places: Place[] = selectors.map(({ selector, by }) => ({ source: { from: 'selector', selector }, by }))
  if (kind !== 'value') return places
  for (const attribute of speaking) {
    const first = element.hasAttribute(attribute) && selectors[0]
    if (first) places.push({ source: { from: 'selector', selector: first.selector, attribute }, by: first.by })
  }
  for (const label of labelsNear(element)) {
    places.push({ source: { from: 'label', label }, by: 'label' })
    for (const { anchor } of anchorsAround(element, 2)) places.push({ source: { from: 'label', label, within: anchor.selector }, by: 'label' })
  }
  return places
}

const readOf = ({ source }: Place, index: number): PageRead =>
  source.from === 'selector'
    ? { key: String(index), by: 'selector', selector: source.selector, attribute: source.attribute ?? null }
    : { key: String(index), by: 'label', label: source.label, within: source.within ?? null }

/** What each reads in the page or in a copy: the value; or of an area the beginning of its text, where `element` is among what it finds. */
function readAll(places: Place[], kind: PickKind, page: Document, element: Element | null): (string | null)[] {
  if (kind === 'value') {
    const values = createReader(places.map(readOf), page)(null)
    return places.map((_, index) => values[index] ?? null)
  }
  return places.map(({ source }) => {
    const roots = source.from === 'selector' ? [...rootsUnder(page, source.selector)] : []
    return element && roots.includes(element) ? textUnder(roots, 500) : null
  })
}

function countOf({ source }: Place): number {
  if (source.from === 'label') return countLabel(source.label, source.within)
  return [...document.querySelectorAll(source.selector)].filter(isVisible).length
}

/** Null where it was not tried. */
function trials(places: Place[], kind: PickKind, element: Element): { renamed: (string | null)[] | null; moved: (string | null)[][] | null } {
  const copy = copyPage()
  if (!copy) return { renamed: null, moved: null }
  const ask = () => readAll(places, kind, copy.page, copy.of(element))
  const moved = withOneMore(copy, element, ask)
  renameGenerated(copy)
  return { renamed: ask(), moved }
}

/** Null for what nobody may read. */
export function propose(element: Element, kind: PickKind): Picked | null {
  if (isSecret(element) || element.querySelector('input[type=password]')) return null
  const thought = placesOf(element, kind)
  const raws = readAll(thought, kind, document, element)
  const tried = thought.flatMap((place, index) => (raws[index] == null ? [] : [{ place, raw: raws[index] }]))
  const places = tried.map(({ place }) => place)
  const { renamed, moved } = trials(places, kind, element)
  const candidates = tried.map(({ place, raw }, index) => ({
    ...place,
    raw,
    count: countOf(place),
    renamed: renamed && renamed[index] === raw,
    // An area may gain what was put into it; it must still be found.
    moved: moved?.every((values) => (kind === 'value' ? values[index] === raw : values[index] != null)) ?? null,
  }))
  return { text: textOf(element, kind), candidates: candidates.slice(0, 100) }
}

/** What stands in the element itself, read as the reader reads it. */
function textOf(element: Element, kind: PickKind): string {
  const own = selectorsOf(element).find(({ selector }) => document.querySelector(selector) === element)
  const [read] = own ? readAll([{ source: { from: 'selector', selector: own.selector }, by: own.by }], kind, document, element) : []
  return (read ?? squeeze(element.textContent ?? '')).slice(0, 500)
}
