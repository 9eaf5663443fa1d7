// TipTap with its starter kit, which is ProseMirror underneath.
import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { draftHtml, htmlEditor, type Mount } from './editor.ts'

export const mount: Mount = (place) => {
  const editor = new Editor({ element: place, extensions: [StarterKit], content: draftHtml })
  return htmlEditor(
    () => editor.view.dom,
    () => editor.getHTML(),
  )
}
