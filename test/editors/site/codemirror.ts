// CodeMirror 6, whose lines are an editable, and CodeMirror 5, whose only field is a hidden one.
import { history, historyKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import CodeMirror from 'codemirror5'
import 'codemirror5/lib/codemirror.css'
import { before, caretIn, draftText, type Mount } from './editor.ts'

export const mount6: Mount = (parent) => {
  const view = new EditorView({ parent, state: EditorState.create({ doc: draftText, extensions: [history(), keymap.of(historyKeymap)] }) })
  return { text: () => view.state.doc.toString(), formats: () => [], caret: () => caretIn(view.contentDOM) }
}

export const mount5: Mount = (place) => {
  const editor = CodeMirror(place, { value: draftText })
  return {
    text: () => editor.getValue(),
    formats: () => [],
    caret() {
      editor.focus()
      editor.setCursor(1, before.length)
    },
  }
}
