// Reads what an editor holds, as far as a person could see it, to tell whether a text came in.
import { isTextField } from './caret.ts'

const isTiny = ({ offsetWidth, offsetHeight }: HTMLElement) => offsetWidth < 20 || offsetHeight < 4
const clips = (element: HTMLElement) => isTiny(element) && getComputedStyle(element).overflow !== 'visible'

/** Code editors such as CodeMirror 5 let type into a field that nobody sees and draw the words around it. */
function drawnAround(field: HTMLElement): HTMLElement | null {
  const { parentElement } = field
  if (!parentElement || !(isTiny(field) || clips(parentElement) || getComputedStyle(field).opacity === '0')) return null
  let outer = parentElement
  while (isTiny(outer) && outer.parentElement) outer = outer.parentElement
  return outer
}

/** Letters and digits only: editors rewrite spaces, quotes and bullets as they please. */
const bones = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '') || text.trim()
const countOf = (text: string, part: string) => (part ? text.split(part).length - 1 : 0)

interface ReadBack {
  hasChanged: () => boolean
  /** Whether one of the texts is there once more than before. */
  hasGained: (texts: string[]) => boolean
}

/** Remembers what `element` holds now. */
export function readBack(element: HTMLElement): ReadBack {
  const drawn = isTextField(element) ? drawnAround(element) : null
  const read = () => (drawn ? drawn.textContent : isTextField(element) ? element.value : element.textContent) ?? ''
  const before = read()
  const gains = (part: string) => countOf(bones(read()), bones(part)) > countOf(bones(before), bones(part))
  /** Line numbers between them, and only those in sight: CodeMirror 6 leaves gaps in their place. The view follows the caret behind the text. */
  const showsLines = () => drawn !== null || element.querySelector('.cm-gap') !== null
  const lastLines = (text: string) =>
    text
      .split(/\s*\n\s*/)
      .filter(Boolean)
      .slice(-6)
  return {
    hasChanged: () => read() !== before,
    hasGained: (texts) => texts.some((text) => (showsLines() ? lastLines(text).every(gains) : gains(text))),
  }
}
