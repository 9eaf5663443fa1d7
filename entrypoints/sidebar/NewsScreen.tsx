// What is new: versions with what changed, coaching notes, and what became of own flags. Looking at it reads nothing; the agent says so.
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import news from '../../components/news/news.module.css'
import { Button } from '../../components/ui/Button.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { useNow } from '../../components/ui/use-now.ts'
import { newsItems } from '../../lib/domain/news.ts'
import { NewsItemRow } from './NewsItemRow.tsx'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'

const step = 30

export function NewsScreen({ store }: { store: SidebarStore }) {
  const state = useStore(store, (all) => all.news)
  const now = useNow(30_000)
  const items = useMemo(() => newsItems(state), [state])
  const [shown, setShown] = useState(step)
  const unread = items.filter(({ isUnread }) => isUnread).length
  // What waits for a word of the agent's own is not put behind with the rest.
  const plain = items.filter(({ kind, isUnread, ...item }) => isUnread && (kind === 'flag' || ('version' in item && !item.version.isOwed)))

  return (
    <SubScreen title="News" onBack={() => store.case.go('case')}>
      {items.length === 0 && (
        <Notice title="Nothing is new.">
          <p>
            When a playbook changes, a lead writes to you, or a step that you flagged is answered, it is shown here. Flag a step with f while you work on it.
          </p>
        </Notice>
      )}
      {items.length > 0 && (
        <p className={news.head}>
          <span role="status">{unread === 0 ? 'All read.' : `${unread} new`}</span>
          {plain.length > 1 && (
            <Button look="quiet" onClick={() => void store.news.read(plain.map(({ key }) => key))}>
              Mark {plain.length} as read
            </Button>
          )}
        </p>
      )}
      <ul className={news.list} aria-label="News">
        {items.slice(0, shown).map((item) => (
          <NewsItemRow key={item.key} item={item} store={store} now={now} />
        ))}
      </ul>
      {items.length > shown && <Button onClick={() => setShown(shown + step)}>Show {Math.min(step, items.length - shown)} more</Button>}
    </SubScreen>
  )
}
