// A copy of the page that nobody sees, in which another reading can be tried: it has no window, loads nothing, runs nothing, and says of each
// element whether it could be seen in the page.
import { isGenerated } from './generated.ts'
import { isSecret, isVisible } from './visible.ts'

/** A page of more elements is not copied while somebody waits. */
const mostElements = 25_000
const yes = () => true
const no = () => false

export interface Copy {
  page: Document
  of: (element: Element) => Element | null
}

/** Null where the page is too large. */
export function copyPage(): Copy | null {
  const originals = document.getElementsByTagName('*')
  if (originals.length > mostElements) return null
  const page = document.implementation.createHTMLDocument('')
  page.replaceChild(page.importNode(document.documentElement, true), page.documentElement)
  const copies = page.getElementsByTagName('*')
  const byOriginal = new Map<Element, Element>()
  for (let index = 0; index < originals.length; index++) {
    const [original, copy] = [originals[index]!, copies[index]!]
    byOriginal.set(original, copy)
    // Without a window nothing is laid out.
    copy.checkVisibility = isVisible(original) ? yes : no
    if (copy instanceof HTMLOptionElement) copy.selected = (original as HTMLOptionElement).selected
  }
  for (const [original, copy] of byOriginal) if (isSecret(original)) copy.remove()
  return { page, of: (element) => byOriginal.get(element) ?? null }
}

/** What such attributes hold is said to people or to servers, and not to find things by. */
const contents = new Set(['value', 'title', 'alt', 'placeholder', 'content', 'datetime', 'style', 'src', 'href'])

/** Every name that looks generated is another one afterwards, wherever it stands. */
export function renameGenerated({ page }: Copy): void {
  for (const element of page.getElementsByTagName('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (contents.has(name) || !value) continue
      const renamed = value.replace(/[^\s]+/g, (word) => (isGenerated(word) ? `other-${word.split('').reverse().join('')}` : word))
      if (renamed !== value) element.setAttribute(name, renamed)
    }
  }
}

/** Cells of one row and choices of one list do not come and go alone. */
const whole = 'tr,select,svg,svg *'

/**
 * Puts one more element first, at each level around `element` in turn, and asks each time. Answers once per level; all is as before afterwards.
 */
export function withOneMore<T>({ page, of }: Copy, element: Element, ask: () => T): T[] {
  const answers: T[] = []
  let inner = of(element)
  for (let around = inner?.parentElement; inner && around && around !== page.documentElement; inner = around, around = around.parentElement) {
    if (around.matches(whole)) continue
    const more = page.createElement(inner.localName)
    more.checkVisibility = yes
    more.textContent = '·'
    around.prepend(more)
    answers.push(ask())
    more.remove()
  }
  return answers
}
