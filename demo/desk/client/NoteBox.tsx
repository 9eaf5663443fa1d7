// The internal note: a controlled React text area, the kind that ignores a value set behind React's back.
import { useState } from 'react'

export function NoteBox({ save }: { save: (text: string) => Promise<void> }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const submit = () =>
    save(text).then(
      () => {
        setText('')
        setProblem('')
      },
      (error: Error) => setProblem(`Not saved: ${error.message}. Your text is still here.`),
    )
  return (
    <>
      <label htmlFor="internal-note">Internal note</label>
      <textarea id="internal-note" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="bar end">
        <span className="quiet" role="status">
          {problem || (text ? `${text.length} characters` : 'Only the team sees this')}
        </span>
        <button type="button" disabled={!text.trim()} onClick={submit}>
          Add note
        </button>
      </div>
    </>
  )
}
