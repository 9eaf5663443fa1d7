// What every page of the editors' site offers: an editor that holds the draft, and its own word on what it holds.

export type Format = 'bold' | 'list' | 'link'

export interface Editor {
  /** What the editor's model says, one line for each block; never read from the page. */
  text(): string
  /** Which formats stand in the model. */
  formats(): Format[]
  /** Puts the caret into the middle of the draft. */
  caret(): void
  /** Whether the editor itself knows of that caret; where it learns of it at once, always. */
  hasCaret?(): boolean
}

export type Mount = (place: HTMLElement) => Editor | Promise<Editor>

/** The caret stands between `before` and `behind`. */
export const before = 'Before. '
export const behind = 'Behind.'
export const draftLines = ['Dear Dana,', before + behind, 'Regards']
export const draftText = draftLines.join('\n')
export const draftHtml = draftLines.map((line) => `<p>${line}</p>`).join('')

/** Focuses an editable and puts the caret there as a click would: by the selection, of which editors hear. */
export function caretIn(editable: HTMLElement): void {
  const { ownerDocument } = editable
  editable.focus()
  const texts = ownerDocument.createTreeWalker(editable, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { currentNode } = texts
    const at = currentNode.nodeValue?.indexOf(before + behind) ?? -1
    if (at >= 0) {
      ownerDocument.getSelection()?.collapse(currentNode, at + before.length)
      return
    }
  }
  throw new Error('The draft is not in the editor.')
}

/** The lines of HTML that an editor gave out. */
export function linesOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n')
  for (const block of body.querySelectorAll('p,li,div,ul,ol,h1,blockquote')) {
    block.prepend('\n')
    block.append('\n')
  }
  return body.textContent ?? ''
}

const signs: Record<Format, RegExp> = { bold: /<(strong|b)\b/, list: /<li\b/, link: /<a\s[^>]*href="https:\/\/desk\.example\.com/ }

export const formatsOf = (html: string): Format[] => (Object.keys(signs) as Format[]).filter((format) => signs[format].test(html))

/** An editor that gives out what it holds as HTML. */
export const htmlEditor = (editable: () => HTMLElement, html: () => string): Editor => ({
  text: () => linesOf(html()),
  formats: () => formatsOf(html()),
  caret: () => caretIn(editable()),
})
