// Puts text into the page's own editor the way a person would, then reads it back. Says that it arrived only when it did.
import type { Insertion, PageOrderReplies } from '../schema/page.ts'
import { type Caret, editorOf, frameDocument, isTextField, type Place } from './caret.ts'
import { paste } from './paste.ts'
import { isVisible } from './visible.ts'

type Outcome = PageOrderReplies['page.insert']

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function findReply(selectors: string[]): HTMLElement | null {
  for (const selector of selectors) {
    try {
      for (const element of document.querySelectorAll(selector)) {
        if (!isVisible(element)) continue
        const inner = frameDocument(element)
        const editor = editorOf(inner ? inner.body : element) ?? editorOf(element.querySelector('[contenteditable]:not([contenteditable=false]),textarea'))
        if (editor) return editor
      }
    } catch {}
  }
  return null
}

/** Where the agent wrote last; a one-line field such as a search box only when the page has no reply editor. */
function choose(caret: Caret, reply: string[]): Place | null {
  const last = caret.place()
  if (last && last.element.localName !== 'input') return last
  const element = findReply(reply)
  return element ? { element, range: null } : last
}

const textOf = (element: HTMLElement) => (isTextField(element) ? element.value : element.textContent) ?? ''

/** Letters and digits only: editors rewrite spaces, quotes and bullets as they please. */
const bones = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '') || text.trim()
const countOf = (text: string, part: string) => (part ? text.split(part).length - 1 : 0)

/** Firefox: scripts cannot carry text in a paste, and rich editors lose line breaks, so each line is typed alone. */
async function typeLines(owner: Document, text: string) {
  for (const [index, line] of text.split('\n').entries()) {
    if (index) {
      owner.execCommand('insertParagraph')
      await pause(30)
    }
    if (line) owner.execCommand('insertText', false, line)
  }
}

async function write(element: HTMLElement, text: string, isLineWise: boolean) {
  const owner = element.ownerDocument
  if (isTextField(element)) owner.execCommand('insertText', false, text)
  else if (isLineWise) await typeLines(owner, text)
  else if (!paste(element, text, null)) owner.execCommand('insertText', false, text)
}

/** Formatted, where the editor holds formats: as a paste that carries both, or as an edit of a plain editable. */
function writeRich(element: HTMLElement, text: string, html: string) {
  if (!paste(element, text, html)) element.ownerDocument.execCommand('insertHTML', false, html)
}

const holdsFormats = (element: HTMLElement) => !isTextField(element) && element.contentEditable !== 'plaintext-only'

/** What a person would read of our own HTML; a parser is what some pages forbid scripts. */
const wordsOf = (html: string) => html.replace(/<[^>]*>|&(?:amp|lt|gt|quot);/g, ' ')

/** The caret stands behind what was typed; from there back to where the text wants it. Rich editors keep their own. */
function placeCursor(element: HTMLElement, fromEnd: number) {
  if (!isTextField(element) || element.selectionEnd === null) return
  const at = Math.max(0, element.selectionEnd - fromEnd)
  element.setSelectionRange(at, at)
}

/** `isLineWise` in Firefox. Never throws; the reason is a sentence for the agent. */
export async function insertText(caret: Caret, { text, reply, html = null, cursorFromEnd = null }: Insertion, isLineWise: boolean): Promise<Outcome> {
  const no = (reason: string): Outcome => ({ arrived: false, reason })
  const place = choose(caret, reply)
  if (!place) return no('No reply box was found on this page. Click into it and insert again.')
  const { element } = place
  if (isTextField(element) && (element.disabled || element.readOnly)) return no('The reply box cannot be written in at the moment.')
  /** Until one of the texts is there once more than before; some editors take a moment to accept what was pasted. */
  const watchFor = (texts: string[]) => {
    const wanted = texts.map((one) => bones(one))
    const before = bones(textOf(element))
    return async () => {
      for (const waitMs of [0, 40, 120, 240, 400]) {
        await pause(waitMs)
        const now = bones(textOf(element))
        if (wanted.some((one) => countOf(now, one) > countOf(before, one))) return true
      }
      return false
    }
  }
  try {
    const plain = text.replace(/\r\n?/g, '\n')
    const before = textOf(element)
    const hasArrived = watchFor(html === null ? [text] : [text, wordsOf(html)])
    caret.restore(place)
    if (html !== null && !isLineWise && holdsFormats(element)) {
      writeRich(element, plain, html)
      if (await hasArrived()) return { arrived: true, reason: '' }
      // Half of it is worse than none, and twice is worse than half.
      if (textOf(element) !== before) return no('The reply box took only a part of the text.')
    }
    await write(element, plain, isLineWise)
    if (await hasArrived()) {
      if (cursorFromEnd !== null) placeCursor(element, cursorFromEnd)
      return { arrived: true, reason: '' }
    }
  } catch {}
  return no('The reply box did not take the text.')
}
