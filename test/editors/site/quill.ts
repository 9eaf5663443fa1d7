// Quill with its snow theme.
import Quill from 'quill'
import 'quill/dist/quill.snow.css'
import { caretIn, draftText, type Format, type Mount } from './editor.ts'

export const mount: Mount = (place) => {
  const host = document.createElement('div')
  place.append(host)
  const quill = new Quill(host, { theme: 'snow' })
  quill.setText(`${draftText}\n`, 'silent')
  quill.history.clear()
  return {
    text: () => quill.getText(),
    formats: () => (['bold', 'list', 'link'] satisfies Format[]).filter((name) => quill.getContents().ops.some(({ attributes }) => attributes?.[name])),
    caret: () => caretIn(quill.root),
  }
}
