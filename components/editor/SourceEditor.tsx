// Markdown source with line numbers, history and marked faults. Tab leaves the field, as everywhere else on the page.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown } from '@codemirror/lang-markdown'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { diagnosticsOf } from './diagnostics.ts'
import styles from './editor.module.css'
import { editorTheme } from './editor-theme.ts'
import type { Fault } from './fault.ts'

export interface SourceHandle {
  showLine(line: number): void
}

interface Props {
  value: string
  faults: Fault[]
  label: string
  handle: RefObject<SourceHandle | null>
  onChange(value: string): void
}

/** Marks a change that came from outside, so that it is not reported back as typing. */
const fromOutside = Annotation.define<boolean>()

export function SourceEditor({ value, faults, label, handle, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is made once; text and faults flow in below
  useEffect(() => {
    if (!place.current) return
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          markdown(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'true' }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          editorTheme,
          EditorView.updateListener.of((update) => {
            const isTyping = update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))
            if (isTyping) change.current(update.state.doc.toString())
          }),
        ],
      }),
    })
    // A scrolling region must be reachable by keyboard even when the text itself is not focused.
    made.scrollDOM.tabIndex = 0
    view.current = made
    return () => made.destroy()
  }, [])

  useEffect(() => {
    const { current } = view
    if (!current || current.state.doc.toString() === value) return
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value }, annotations: fromOutside.of(true) })
  }, [value])

  useEffect(() => {
    const { current } = view
    if (current) current.dispatch(setDiagnostics(current.state, diagnosticsOf(faults, current.state.doc)))
  }, [faults])

  useImperativeHandle(handle, () => ({
    showLine(line) {
      const { current } = view
      if (!current) return
      const { from } = current.state.doc.line(Math.min(line, current.state.doc.lines))
      current.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
      current.focus()
    },
  }))

  return <div ref={place} className={styles.source} />
}
