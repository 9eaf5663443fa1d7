// What just happened or failed, between what scrolls and what sticks: in view wherever the agent is, and covering nothing.
import { useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../components/ui/Button.tsx'
import { late } from '../../components/ui/late.ts'
import { Notice } from '../../components/ui/Notice.tsx'
import styles from './panel.module.css'
import type { SidebarStore } from './store.ts'

const InsertNote = late(() => import('../../components/snippet/InsertNote.tsx').then((module) => module.InsertNote), true)

export function PanelNotices({ store }: { store: SidebarStore }) {
  const insert = useStore(store, ({ insert, screen }) => (screen === 'case' ? insert : null))
  const notice = useStore(store, (state) => state.notice)
  const surface = useStore(store, (state) => state.surface)
  const { mayOpenPanel } = store.device

  // It takes its room from what scrolls: what was just pressed there must not slip below the edge.
  useLayoutEffect(() => {
    const pressed = document.activeElement
    if ((insert ?? notice) && pressed?.closest('main')) pressed.scrollIntoView({ block: 'nearest' })
  }, [insert, notice])

  return (
    <div className={styles.notices} role="status" aria-atomic={false}>
      {insert && <InsertNote outcome={insert} onDismiss={store.device.dismissInsert} />}
      {notice && (
        <Notice
          tone={notice.tone}
          actions={
            <>
              {notice.offersPanel && surface === 'frame' && (
                <Button onClick={() => void store.device.open(mayOpenPanel ? 'panel' : 'tab')}>
                  {mayOpenPanel ? 'Open the side panel' : 'Open in its own tab'}
                </Button>
              )}
              <Button look="quiet" onClick={store.case.dismiss}>
                Dismiss
              </Button>
            </>
          }
        >
          <p>{notice.text}</p>
        </Notice>
      )}
    </div>
  )
}
