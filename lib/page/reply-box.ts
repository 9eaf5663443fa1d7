// Which box of the page a text goes into: the one with the caret, or the first that the profile names. What is for the team goes nowhere
// that a profile with notes calls a reply, and never into a reply without a caret.
import type { Insertion } from '../schema/page.ts'
import { type Caret, editorOf, frameDocument, type Place } from './caret.ts'
import { isVisible } from './visible.ts'

export interface Choice {
  place: Place | null
  /** Who reads it, where the profile says so. */
  box?: 'reply' | 'note'
  /** Why there is no place, for the agent. */
  refusal?: string
}

const nowhere = 'No reply box was found on this page. Click into it and insert again.'
const elsewhere = 'The cursor is in a frame of the page that Handrail cannot write in. Paste the text there, or click into a reply box outside it.'
const forTheTeam = 'This text is for the team, not for the customer. Click into the box for internal notes and insert again.'

/** The visible editors that selectors name, in their order. */
function editorsOf(selectors: string[]): HTMLElement[] {
  const found: HTMLElement[] = []
  for (const selector of selectors) {
    try {
      for (const element of document.querySelectorAll(selector)) {
        if (!isVisible(element)) continue
        const inner = frameDocument(element)
        const editor = editorOf(inner ? inner.body : element) ?? editorOf(element.querySelector('[contenteditable]:not([contenteditable=false]),textarea'))
        if (editor) found.push(editor)
      }
    } catch {}
  }
  return found
}

/** Where the agent wrote last; a one-line field such as a search box only when the page has no box of its own for the text. */
export function chooseBox(caret: Caret, { reply, notes = [], isInternal = false }: Insertion): Choice {
  if (caret.isElsewhere()) return { place: null, refusal: elsewhere }
  const replies = editorsOf(reply)
  const noted = editorsOf(notes)
  const boxOf = (element: HTMLElement) => (noted.includes(element) ? 'note' : replies.includes(element) ? 'reply' : undefined)
  const at = (place: Place): Choice => ({ place, box: boxOf(place.element) })
  const last = caret.place()
  const isWriting = last !== null && (last.element.localName !== 'input' || boxOf(last.element) !== undefined)
  const mayStay = !isInternal || notes.length === 0 || (last !== null && boxOf(last.element) === 'note')
  if (isWriting && mayStay) return at(last)
  const [element] = isInternal ? noted : replies
  if (element) return at({ element, range: null })
  if (isInternal && (notes.length > 0 || replies.length > 0)) return { place: null, refusal: forTheTeam }
  return last ? at(last) : { place: null, refusal: nowhere }
}
