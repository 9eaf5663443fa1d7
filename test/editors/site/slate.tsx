// Slate as its own documentation sets it up: React and history, and nothing that reads formatted pastes.
import { createRoot } from 'react-dom/client'
import { createEditor, type Descendant, Node, Editor as Slates, Transforms } from 'slate'
import { withHistory } from 'slate-history'
import { Editable, ReactEditor, Slate, withReact } from 'slate-react'
import { before, draftLines, type Mount } from './editor.ts'

const middle = { path: [1, 0], offset: before.length }

export const mount: Mount = async (place) => {
  const editor = withHistory(withReact(createEditor()))
  const draft = draftLines.map((text) => ({ children: [{ text }] })) as Descendant[]
  createRoot(place).render(
    <Slate editor={editor} initialValue={draft}>
      <Editable />
    </Slate>,
  )
  while (!place.querySelector('[contenteditable]')) await new Promise(requestAnimationFrame)
  return {
    text: () => editor.children.map((block) => Node.string(block)).join('\n'),
    formats: () => [],
    caret() {
      ReactEditor.focus(editor)
      Transforms.select(editor, middle)
    },
    hasCaret() {
      const selection = getSelection()
      return editor.selection !== null && Slates.isStart(editor, editor.selection.anchor, []) === false && selection?.anchorOffset === middle.offset
    },
  }
}
