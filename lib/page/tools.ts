// What a page needs only once the agent turns to the rail: frame, menu, inserter, and the memory of the caret.
import type { Insertion } from '../schema/page.ts'
import { createCaret, frameDocument } from './caret.ts'
import { dress } from './dress.ts'
import { createFrame, type FrameEvents } from './frame.ts'
import { insertText } from './insert.ts'
import { openMenu } from './menu.ts'
import { toolsStyle } from './tools-style.ts'

export type Tools = ReturnType<typeof createTools>

export function createTools() {
  const caret = createCaret()
  return {
    openMenu,
    createFrame(root: ShadowRoot, events: FrameEvents) {
      dress(root, toolsStyle)
      return createFrame(root, events)
    },
    insert: (insertion: Insertion) => insertText(caret, insertion),
    /** Called before the frame takes the focus; what it returns gives the focus back to the page. */
    leave() {
      const focused = document.activeElement as HTMLElement | null
      const place = caret.place()
      if (!focused || focused === document.body) return () => {}
      const isEditor =
        place && (focused.contains(place.element) || focused.shadowRoot?.contains(place.element) || frameDocument(focused)?.contains(place.element))
      return () => (isEditor ? caret.restore(place) : focused.focus({ preventScroll: true }))
    },
    stop: caret.stop,
  }
}
