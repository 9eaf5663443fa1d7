// Trix, an element of its own.
import 'trix'
import { draftLines, htmlEditor, type Mount } from './editor.ts'

export const mount: Mount = async (place) => {
  const element = document.createElement('trix-editor') as HTMLElement & { value: string; editor: { loadHTML(html: string): void } }
  const isReady = new Promise((done) => element.addEventListener('trix-initialize', done, { once: true }))
  place.append(element)
  await isReady
  element.editor.loadHTML(draftLines.map((line) => `<div>${line}</div>`).join(''))
  return htmlEditor(
    () => element,
    () => element.value,
  )
}
