// One own escalation in the list of all: its case, where it stands, and on request all of it.
import { useStore } from 'zustand'
import { OwnCard } from '../../components/escalation/OwnCard.tsx'
import { Standing } from '../../components/escalation/Standing.tsx'
import { agoInWords } from '../../components/ui/time-words.ts'
import { useNow } from '../../components/ui/use-now.ts'
import { caseTitle } from '../../lib/domain/case-title.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import styles from './mine.module.css'
import { OwnNotes } from './OwnNotes.tsx'
import { wayOf } from './state.ts'
import type { SidebarStore } from './store.ts'

export function MineRow({ own, store }: { own: OwnEscalation; store: SidebarStore }) {
  const way = useStore(store, wayOf)
  const isOpen = useStore(store, ({ mineId }) => mineId === own.id)
  const now = useNow(60_000)
  return (
    <li data-open={isOpen}>
      <div className={styles.mineHead}>
        <h3 dir="auto">{caseTitle(own.content.case)}</h3>
        <time dateTime={new Date(own.content.createdAt).toISOString()}>{agoInWords(own.content.createdAt, now)}</time>
      </div>
      <Standing
        own={own}
        session={way}
        isOpen={isOpen}
        onOpen={(open) => store.setState({ mineId: open ? own.id : null })}
        onUndo={() => void store.escalation.undo(own.id)}
      />
      {isOpen && <OwnCard own={own} actions={store.escalation} keeper={store.drafts} notes={<OwnNotes escalationId={own.id} store={store} />} />}
    </li>
  )
}
