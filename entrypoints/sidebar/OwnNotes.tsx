// The coaching notes about one own escalation, for its card.
import { useStore } from 'zustand'
import { late } from '../../components/ui/late.ts'
import { useNow } from '../../components/ui/use-now.ts'
import panel from './panel.module.css'
import type { SidebarStore } from './store.ts'

const NoteCard = late(() => import('../../components/news/NoteCard.tsx').then((module) => module.NoteCard), true)

export function OwnNotes({ escalationId, store }: { escalationId: string; store: SidebarStore }) {
  const news = useStore(store, (state) => state.news)
  const now = useNow(60_000)
  const notes = news.notes.filter(({ note }) => note.content.about?.id === escalationId)
  if (notes.length === 0) return null
  return notes.map((received) => (
    <section key={received.note.content.id} className={panel.note} aria-label={`Note from ${received.note.content.by.name}`}>
      <NoteCard received={received} now={now} keeper={store.drafts} onReply={(text) => store.news.reply(received.note.content.id, text)} />
    </section>
  ))
}
