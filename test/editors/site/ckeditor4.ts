// CKEditor 4 in its classic form: the editable is the body of a frame that the editor makes.
import { draftHtml, htmlEditor, type Mount } from './editor.ts'

interface CkEditor {
  getData(): string
  editable(): { $: HTMLElement }
}
declare global {
  interface Window {
    CKEDITOR?: { replace(element: HTMLElement, config: object): CkEditor & { on(name: string, then: () => void): void } }
  }
}

export const mount: Mount = async (place) => {
  const source = document.createElement('textarea')
  source.value = draftHtml
  place.append(source)
  await new Promise((done, fail) => {
    const script = document.createElement('script')
    Object.assign(script, { src: 'ckeditor4/ckeditor.js', onload: done, onerror: fail })
    document.head.append(script)
  })
  const editor = window.CKEDITOR!.replace(source, { versionCheck: false, customConfig: '', language: 'en' })
  await new Promise<void>((done) => editor.on('instanceReady', done))
  return htmlEditor(
    () => editor.editable().$,
    () => editor.getData(),
  )
}
