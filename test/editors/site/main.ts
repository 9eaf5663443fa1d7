// One page for each editor: `?editor=NAME`; with `&in=` it stands in a frame, in an open or closed shadow root, or in a frame of another origin.
import type { Editor, Mount } from './editor.ts'
import { fields } from './fields.ts'
import { askFrame, speakFor } from './foreign.ts'

type Told<T> = T | Promise<T>

/** What the tests ask of a page. */
export interface Stage {
  text: () => Told<string>
  formats: () => Told<string[]>
  caret: () => Told<void>
  hasCaret: () => Told<boolean>
}
declare global {
  interface Window {
    stage?: Stage
  }
}

const loaded: Record<string, () => Promise<Mount>> = {
  ckeditor4: async () => (await import('./ckeditor4.ts')).mount,
  ckeditor5: async () => (await import('./ckeditor5.ts')).mount,
  tiptap: async () => (await import('./tiptap.ts')).mount,
  quill: async () => (await import('./quill.ts')).mount,
  lexical: async () => (await import('./lexical.ts')).mount,
  slate: async () => (await import('./slate.tsx')).mount,
  tinymce: async () => (await import('./tinymce.ts')).mount,
  trix: async () => (await import('./trix.ts')).mount,
  codemirror6: async () => (await import('./codemirror.ts')).mount6,
  codemirror5: async () => (await import('./codemirror.ts')).mount5,
}

const stageOf = (editor: Editor): Stage => ({
  text: () => editor.text(),
  formats: () => editor.formats(),
  caret: () => editor.caret(),
  hasCaret: () => editor.hasCaret?.() ?? true,
})

/** A frame with a page like this, which speaks for it. */
async function framed(name: string, place: HTMLElement, isForeign: boolean): Promise<Stage> {
  const frame = document.createElement('iframe')
  frame.src = `?editor=${name}`
  if (isForeign) frame.sandbox.add('allow-scripts')
  place.append(frame)
  if (isForeign) return askFrame(frame)
  while (!frame.contentWindow?.stage) await new Promise(requestAnimationFrame)
  return frame.contentWindow.stage
}

async function start(): Promise<Stage> {
  const asked = new URLSearchParams(location.search)
  const name = asked.get('editor')!
  const where = asked.get('in')
  const place = document.getElementById('place')!
  if (where === 'frame' || where === 'foreign') return framed(name, place, where === 'foreign')
  const mount = fields[name] ?? (await loaded[name]!())
  if (where === null) return stageOf(await mount(place))
  const inner = document.createElement('div')
  place.attachShadow({ mode: where as ShadowRootMode }).append(inner)
  return stageOf(await mount(inner))
}

window.stage = await start()
speakFor(window.stage)
