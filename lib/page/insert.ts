// Puts text into the page's own editor the way a person would, then reads it back. Says that it arrived only when it did.
import type { Insertion, PageOrderReplies } from '../schema/page.ts'
import { type Caret, editorOf, frameDocument, isTextField, type Place, selectionIn } from './caret.ts'
import { paste } from './paste.ts'
import { readBack } from './read-back.ts'
import { isVisible, squeeze } from './visible.ts'

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

/**
 * An editor that takes pastes over gets one: what is typed past it by a script can stand in the page and not in what the editor sends.
 * All at once, for one undo, and because TinyMCE gathers in the next moment what the browser put into a box that it hides.
 */
function write(element: HTMLElement, text: string, html: string | null) {
  const owner = element.ownerDocument
  if (!isTextField(element) && paste(element, text, html)) return
  if (html === null) owner.execCommand('insertText', false, text)
  else owner.execCommand('insertHTML', false, html)
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

/** As the page labels it, empty where it does not: an internal note and an answer to the customer look alike from a panel. */
function nameOf(element: HTMLElement): string {
  const box = element.ownerDocument.defaultView?.frameElement ?? element
  const [label] = isTextField(element) ? (element.labels ?? []) : []
  const by =
    box
      .getAttribute('aria-labelledby')
      ?.split(/\s+/)
      .map((id) => box.ownerDocument.getElementById(id)?.textContent) ?? []
  const said = [box.getAttribute('aria-label'), by.join(' '), label?.textContent, box.getAttribute('title'), box.getAttribute('placeholder')]
  return squeeze(said.find((words) => words?.trim()) ?? '').slice(0, 80)
}

const elsewhere = 'The cursor is in a frame of the page that Handrail cannot write in. Paste the text there, or click into a reply box outside it.'
const onlyPart = 'The reply box took only a part of the text.'

/** Characters that still fit; a field cuts off without a word what does not. */
function roomIn(element: HTMLElement): number {
  if (!isTextField(element) || element.maxLength < 0) return Number.POSITIVE_INFINITY
  return element.maxLength - element.value.length + (element.selectionEnd ?? 0) - (element.selectionStart ?? 0)
}

/** The words of the line that the caret stands in, up to it. */
function wordsBefore(element: HTMLElement): string {
  if (isTextField(element)) return element.value.slice(0, element.selectionStart ?? 0)
  const at = selectionIn(element)
  if (!at) return ''
  const { startContainer, startOffset } = at
  // Of another frame perhaps, so that its shape is asked for.
  const inner = startContainer.nodeType === Node.ELEMENT_NODE ? (startContainer as Element) : startContainer.parentElement
  const line = inner?.closest('p,div,li,blockquote,td,h1,h2,h3') ?? element
  const before = element.ownerDocument.createRange()
  before.setStart(element.contains(line) ? line : element, 0)
  before.setEnd(startContainer, startOffset)
  return before.toString()
}

/** Between the draft and a text that would stick to its last word: a space, or a line for a text of several. */
function gapBefore(element: HTMLElement, text: string): string {
  if (/^\s/.test(text) || !/\S$/.test(wordsBefore(element))) return ''
  if (!text.includes('\n') || element.localName === 'input') return ' '
  return isTextField(element) ? '\n\n' : '\n'
}

/** The same for formatted text, whose first paragraph editors put into the line of the caret. */
const gapped = (html: string, gap: string) => (gap === ' ' ? html.replace(/^<p>/, '<p>&nbsp;') : gap === '' ? html : `<p><br></p>${html}`)

/** Never throws; the reason is a sentence for the agent. */
export async function insertText(caret: Caret, { text, reply, html = null, cursorFromEnd = null }: Insertion): Promise<Outcome> {
  const no = (reason: string): Outcome => ({ arrived: false, reason })
  if (caret.isElsewhere()) return no(elsewhere)
  const place = choose(caret, reply)
  if (!place) return no('No reply box was found on this page. Click into it and insert again.')
  const { element } = place
  const yes: Outcome = { arrived: true, reason: '', field: nameOf(element) }
  if (isTextField(element) && (element.disabled || element.readOnly)) return no('The reply box cannot be written in at the moment.')
  const words = text.replace(/\r\n?/g, '\n')
  const room = roomIn(element)
  if (room < words.length) return no(`The reply box has room for ${Math.max(0, room)} more characters, and the text has ${words.length}.`)
  const seen = readBack(element)
  /** Some editors take a moment to accept what was pasted. */
  const hasArrived = async (texts: string[]) => {
    for (const waitMs of [0, 40, 120, 240, 400]) {
      await pause(waitMs)
      if (seen.hasGained(texts)) return true
    }
    return false
  }
  try {
    const texts = html === null ? [words] : [words, wordsOf(html)]
    caret.restore(place)
    const gap = gapBefore(element, words)
    const plain = room < words.length + gap.length ? words : gap + words
    if (html !== null && holdsFormats(element)) {
      write(element, plain, gapped(html, gap))
      if (await hasArrived(texts)) return yes
      // Half of it is worse than none, and twice is worse than half.
      if (seen.hasChanged()) return no(onlyPart)
    }
    write(element, plain, null)
    if (await hasArrived(texts)) {
      if (cursorFromEnd !== null) placeCursor(element, cursorFromEnd)
      return yes
    }
  } catch {}
  return no(seen.hasChanged() ? onlyPart : 'The reply box did not take the text.')
}
