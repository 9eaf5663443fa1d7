// Starts the ticket page: editor and note box, again after every change of case without a document request.
import { createRoot, type Root } from 'react-dom/client'
import { wireEditor } from './editor.ts'
import { NoteBox } from './NoteBox.tsx'
import { refresh, wireNavigation } from './navigation.ts'

let root: Root | null = null

function start() {
  root?.unmount()
  root = null
  const main = document.querySelector<HTMLElement>('main[data-case-id]')
  const place = document.getElementById('note-box')
  if (!main || !place) return
  const id = main.dataset.caseId ?? ''
  const send = async (kind: 'reply' | 'note', text: string) => {
    const answer = await fetch(`/tickets/${id}/${kind}`, { method: 'POST', body: text })
    if (!answer.ok) throw new Error(`the desk answered ${answer.status}`)
    await refresh(kind === 'reply' ? ['conversation', 'case-fields'] : ['notes'])
  }
  wireEditor((text) => send('reply', text))
  root = createRoot(place)
  root.render(<NoteBox save={(text) => send('note', text)} />)
}

wireNavigation(start)
start()
