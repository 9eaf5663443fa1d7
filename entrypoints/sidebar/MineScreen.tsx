// All own escalations: what waits for the agent first, then what is under way, then what is over; a filter where there are many.
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../components/ui/Notice.tsx'
import { groupOf, isFound, type OwnGroup } from '../../lib/domain/own-groups.ts'
import { MineFilter } from './MineFilter.tsx'
import { MineRow } from './MineRow.tsx'
import styles from './mine.module.css'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'

/** Fewer than this are seen at a glance. */
const many = 6
const groups: [OwnGroup, string][] = [
  ['waiting', 'Waits for you'],
  ['open', 'Under way'],
  ['over', 'Over'],
]

export function MineScreen({ store }: { store: SidebarStore }) {
  const { mine, notice } = useStore(store)
  const [query, setQuery] = useState('')
  const all = mine ?? []
  const found = query.trim() === '' ? all : all.filter((own) => isFound(own, query.trim()))
  const shown = groups.map(([group, title]) => ({ group, title, rows: found.filter((own) => groupOf(own) === group) })).filter(({ rows }) => rows.length > 0)

  // Asked for by name: it comes into sight once the list is there.
  const isThere = mine !== null
  useEffect(() => {
    if (isThere) document.querySelector('[data-open=true]')?.scrollIntoView({ block: 'start' })
  }, [isThere])

  return (
    <SubScreen title="My escalations" onBack={() => store.case.go('case')}>
      {mine === null && !notice && <p role="status">Loading.</p>}
      {mine?.length === 0 && (
        <Notice title="Nothing escalated yet.">
          <p>One click on Escalate hands a case to your lead with all its evidence. What became of it is shown here.</p>
        </Notice>
      )}
      {all.length >= many && <MineFilter query={query} count={found.length} onQuery={setQuery} />}
      {shown.map(({ group, title, rows }) => (
        <section key={group} className={styles.group} aria-label={title} data-group={group}>
          <h2>
            {title} <span>{rows.length}</span>
          </h2>
          <ul className={styles.mine}>
            {rows.map((own) => (
              <MineRow key={own.id} own={own} store={store} />
            ))}
          </ul>
        </section>
      ))}
    </SubScreen>
  )
}
