// Fields and editables of the browser itself, bare and as React and Vue bind them.
import { createApp, h, ref } from '@vue/runtime-dom'
import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { before, draftHtml, draftText, type Editor, htmlEditor, type Mount } from './editor.ts'

type Field = HTMLTextAreaElement | HTMLInputElement

const fieldEditor = (find: () => Field, text: () => string): Editor => ({
  text,
  formats: () => [],
  caret() {
    const field = find()
    const at = field.value.indexOf(before) + before.length
    field.focus()
    field.setSelectionRange(at, at)
  },
})

const bare =
  (tag: Tag, room = 10_000): Mount =>
  (place) => {
    const field = document.createElement(tag)
    field.value = draftIn(tag)
    field.maxLength = room
    place.append(field)
    return fieldEditor(
      () => field,
      () => field.value,
    )
  }

const editable =
  (kind: string): Mount =>
  (place) => {
    const element = document.createElement('div')
    element.setAttribute('contenteditable', kind)
    if (kind === 'true') element.innerHTML = draftHtml
    else {
      element.style.whiteSpace = 'pre-wrap'
      element.textContent = draftText
    }
    place.append(element)
    return htmlEditor(
      () => element,
      () => element.innerHTML.replaceAll('\n', '<br>'),
    )
  }

/** Until the framework has drawn the field. */
async function drawn(place: HTMLElement): Promise<() => Field> {
  const find = () => place.querySelector<Field>('textarea,input')
  while (!find()) await new Promise(requestAnimationFrame)
  return () => find()!
}

type Tag = 'textarea' | 'input'
const draftIn = (tag: Tag) => (tag === 'input' ? draftText.replaceAll('\n', ' ') : draftText)

function Controlled({ tag, keep }: { tag: Tag; keep: (value: string) => void }) {
  const [value, change] = useState(draftIn(tag))
  keep(value)
  return createElement(tag, { value, onChange: (event: { target: Field }) => change(event.target.value) })
}

const react =
  (tag: Tag): Mount =>
  async (place) => {
    let state = ''
    const keep = (value: string) => {
      state = value
    }
    createRoot(place).render(createElement(Controlled, { tag, keep }))
    return fieldEditor(await drawn(place), () => state)
  }

const vue =
  (tag: Tag): Mount =>
  async (place) => {
    const state = ref(draftIn(tag))
    const onInput = (event: Event) => {
      state.value = (event.target as Field).value
    }
    createApp({ render: () => h(tag, { value: state.value, onInput }) }).mount(place)
    return fieldEditor(await drawn(place), () => state.value)
  }

export const fields: Record<string, Mount> = {
  textarea: bare('textarea'),
  input: bare('input'),
  short: bare('textarea', 60),
  editable: editable('true'),
  plaintext: editable('plaintext-only'),
  'react-textarea': react('textarea'),
  'react-input': react('input'),
  'vue-textarea': vue('textarea'),
  'vue-input': vue('input'),
}
