// Remembers where the agent was writing: the last editor that had the focus and the selection in it, also inside same-origin frames.

import { isVisible } from './visible.ts'

export interface Place {
  element: HTMLElement
  /** Null for text fields, which keep their own caret. */
  range: Range | null
}

export interface Caret {
  /** The last editor, if a person could still see it: what a closed drawer keeps belongs to another case. */
  place: () => Place | null
  /** The agent went on into a frame that the browser keeps us out of. */
  isElsewhere: () => boolean
  /** Focuses the editor with the caret where it was. */
  restore: (place: Place) => void
  stop: () => void
}

const writable = 'textarea,input:not([type]),input[type=text],input[type=search]'

export const isTextField = (element: Element): element is HTMLTextAreaElement | HTMLInputElement => element.matches(writable)

/** Elements of a frame's document are no instances of our classes, so their shape is asked for. */
export function editorOf(node: Node | null): HTMLElement | null {
  const element = (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement) as HTMLElement | null | undefined
  if (!element) return null
  if (element.ownerDocument.designMode === 'on') return element.ownerDocument.body
  if (isTextField(element)) return element
  if (!element.isContentEditable) return null
  let top = element
  while (top.parentElement?.isContentEditable) top = top.parentElement
  return top
}

/** The document of a frame that the page made itself; null where the browser keeps us out. */
export function frameDocument(frame: Element | null): Document | null {
  try {
    return frame?.localName === 'iframe' ? (frame as HTMLIFrameElement).contentDocument : null
  } catch {
    return null
  }
}

/** What is selected in it, or the caret; null where that is elsewhere. */
export function selectionIn(element: HTMLElement): Range | null {
  // Chromium keeps a selection of its own for each shadow root.
  const scope = element.getRootNode() as Node & { getSelection?: () => Selection | null }
  const selection = scope.getSelection ? scope.getSelection() : element.ownerDocument.getSelection()
  if (!selection?.rangeCount) return null
  const range = selection.getRangeAt(0)
  return element.contains(range.commonAncestorContainer) ? range.cloneRange() : null
}

export function createCaret(): Caret {
  const off = new AbortController()
  const watched = new WeakSet<Document>()
  let last: Place | null = null
  let isRestoring = false
  let isElsewhere = false

  function note(node: Node | null) {
    const element = isRestoring ? null : editorOf(node)
    if (!element) return
    isElsewhere = false
    if (isTextField(element)) last = { element, range: null }
    else last = { element, range: selectionIn(element) ?? (last?.element === element ? last.range : null) }
  }

  function deepFocus(scope: Document | ShadowRoot): Element | null {
    const inner = scope.activeElement?.shadowRoot
    return inner ? deepFocus(inner) : scope.activeElement
  }

  /** An editor in a frame takes the focus without an event in our document; the frame is watched from then on. */
  function look(scope: Document) {
    const focused = deepFocus(scope)
    const inner = frameDocument(focused)
    if (!inner && focused?.localName === 'iframe') isElsewhere = true
    if (!inner) return note(focused)
    watch(inner)
    look(inner)
  }

  function watch(scope: Document) {
    if (watched.has(scope)) return
    watched.add(scope)
    const options = { capture: true, signal: off.signal }
    // On the way out as well: the browser tells of a caret that moved only with its next frame, and then the focus is elsewhere.
    for (const type of ['focusin', 'focusout'] as const) scope.addEventListener(type, (event) => note(event.composedPath()[0] as Node), options)
    scope.addEventListener('selectionchange', () => look(scope), options)
  }

  watch(document)
  look(document)
  addEventListener('blur', () => setTimeout(() => look(document)), { signal: off.signal })

  return {
    place: () => (last?.element.ownerDocument.defaultView && isVisible(last.element) ? last : null),
    isElsewhere: () => isElsewhere,
    restore({ element, range }) {
      isRestoring = true
      element.ownerDocument.defaultView?.focus()
      element.focus({ preventScroll: true })
      const selection = element.ownerDocument.getSelection()
      if (range && element.contains(range.commonAncestorContainer)) {
        selection?.removeAllRanges()
        selection?.addRange(range)
      } else if (!isTextField(element) && !selectionIn(element)) {
        selection?.selectAllChildren(element)
        selection?.collapseToEnd()
      }
      isRestoring = false
    },
    stop: () => off.abort(),
  }
}
