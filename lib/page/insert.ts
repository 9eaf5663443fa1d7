// Puts text into the page's own editor the way a person would, then reads it back. Says that it arrived only when it did.
import type { PageOrderReplies } from '../schema/page.ts'
import { type Caret, editorOf, frameDocument, isTextField, type Place } from './caret.ts'
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

/** True when the editor took the paste over; a plain editable ignores a paste that a script made. */
function paste(element: HTMLElement, text: string): boolean {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  return !element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }))
}

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
  else if (!paste(element, text)) owner.execCommand('insertText', false, text)
}

/** `isLineWise` in Firefox. Never throws; the reason is a sentence for the agent. */
export async function insertText(caret: Caret, text: string, reply: string[], isLineWise: boolean): Promise<Outcome> {
  const no = (reason: string): Outcome => ({ arrived: false, reason })
  const place = choose(caret, reply)
  if (!place) return no('No reply box was found on this page. Click into it and insert again.')
  const { element } = place
  if (isTextField(element) && (element.disabled || element.readOnly)) return no('The reply box cannot be written in at the moment.')
  try {
    const wanted = bones(text)
    const before = countOf(bones(textOf(element)), wanted)
    caret.restore(place)
    await write(element, text.replace(/\r\n?/g, '\n'), isLineWise)
    // Some editors take a moment to accept what was pasted.
    for (const waitMs of [0, 40, 120, 240, 400]) {
      await pause(waitMs)
      if (countOf(bones(textOf(element)), wanted) > before) return { arrived: true, reason: '' }
    }
  } catch {}
  return no('The reply box did not take the text.')
}
