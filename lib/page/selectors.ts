// Selectors for an element, from the steadiest to the most brittle. Only words that a profile may use: tags, classes, ids, attributes, :nth-of-type.
import { isGenerated } from './generated.ts'

export type By = 'test' | 'id' | 'name' | 'attribute' | 'class' | 'position'
export interface Found {
  selector: string
  by: By
}

const forTests = /^data-(?:test|testid|test-id|qa|cy|pw|automation|hook|e2e)(?:-|$)|^data-test/
/** Made to say what the element is, and not how it looks or stands. */
const telling = /^(?:name|itemprop|aria-label|role|type|for|headers|data-[a-z-]+)$/
const longestWord = 60

const usable = (value: string) => value !== '' && value.length <= longestWord && !/[\n"\\]/.test(value) && !isGenerated(value)

/** Own words of the element, without regard to how often they fit. */
function words(element: Element): Found[] {
  const found: Found[] = []
  const tag = element.localName
  for (const { name, value } of element.attributes) {
    if (forTests.test(name) && usable(value)) found.push({ selector: `[${name}="${value}"]`, by: 'test' })
    else if (name === 'id' && usable(value)) found.push({ selector: `#${CSS.escape(value)}`, by: 'id' })
    else if (telling.test(name) && !/^data-v-/.test(name)) {
      // A name without its value: what the value is may be the very thing that is read.
      if (usable(value)) found.push({ selector: `${tag}[${name}="${value}"]`, by: name === 'name' ? 'name' : 'attribute' })
      if (name.startsWith('data-')) found.push({ selector: `${tag}[${name}]`, by: 'attribute' })
    }
  }
  for (const name of element.classList) if (usable(name)) found.push({ selector: `${tag}.${CSS.escape(name)}`, by: 'class' })
  return found
}

/** Its tag, and which of them it is where it has siblings of the same. */
function place(element: Element): string {
  const same = [...(element.parentElement?.children ?? [])].filter(({ localName }) => localName === element.localName)
  return same.length > 1 ? `${element.localName}:nth-of-type(${same.indexOf(element) + 1})` : element.localName
}

const order: By[] = ['test', 'id', 'name', 'attribute', 'class', 'position']

const fits = (selector: string) => {
  try {
    return document.querySelectorAll(selector).length
  } catch {
    return 0
  }
}

/** What an element around can be known by, alone in the page. */
export function anchorOf(element: Element): Found | null {
  return (
    words(element)
      .sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by))
      .find(({ selector }) => fits(selector) === 1) ?? null
  )
}

/** The nearest elements around that can be known by a word of their own. */
export function* anchorsAround(element: Element, most = 3): Generator<{ element: Element; anchor: Found }> {
  for (let around = element.parentElement; around && around !== document.body && most > 0; around = around.parentElement) {
    const anchor = anchorOf(around)
    if (!anchor) continue
    most--
    yield { element: around, anchor }
  }
}

/** All that were thought of and are found by the browser; more than one place may fit. */
export function selectorsOf(element: Element): Found[] {
  const found = words(element).filter(({ selector }) => fits(selector) > 0)
  const several = found.filter(({ selector }) => fits(selector) > 1)
  for (const { element: around, anchor } of anchorsAround(element)) {
    for (const { selector, by } of several) found.push({ selector: `${anchor.selector} ${selector}`, by })
    const path: string[] = []
    for (let step: Element | null = element; step && step !== around; step = step.parentElement) path.unshift(place(step))
    if (path.length <= 6) found.push({ selector: `${anchor.selector} > ${path.join(' > ')}`, by: 'position' })
  }
  if (!found.some(({ by }) => by === 'position')) {
    const path: string[] = []
    for (let step: Element | null = element; step && step !== document.body; step = step.parentElement) path.unshift(place(step))
    found.push({ selector: ['body', ...path].join(' > '), by: 'position' })
  }
  const seen = new Set<string>()
  return found.filter(({ selector }) => selector.length <= 400 && !seen.has(selector) && seen.add(selector)).slice(0, 30)
}
