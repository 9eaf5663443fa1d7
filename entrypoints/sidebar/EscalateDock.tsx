// The sticky bar with what it needs from the store: the newest escalation of this case, its thread, and the one click.
import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { EscalateBar } from '../../components/escalation/EscalateBar.tsx'
import { JoinFirst } from '../../components/escalation/JoinFirst.tsx'
import { Standing } from '../../components/escalation/Standing.tsx'
import { defaultQueue } from '../../lib/domain/target.ts'
import { defaultTarget, draftOf } from './escalation-actions.ts'
import type { CommandKeys } from './keys.ts'
import { GoingAlong, OwnList } from './late.ts'
import { OwnNotes } from './OwnNotes.tsx'
import styles from './panel.module.css'
import { openRun } from './shown-run.ts'
import { wayOf } from './state.ts'
import type { SidebarStore } from './store.ts'

export function EscalateDock({ store, keys }: { store: SidebarStore; keys: CommandKeys }) {
  const state = useStore(store)
  const { view, isFormOpen, isSending, isThreadOpen, needsTeam } = state
  const session = wayOf(state)
  const queues = useMemo(() => {
    const named = [...(view?.runs.map(({ playbook }) => playbook.document.queue) ?? []), ...(view?.matches.map(({ queue }) => queue) ?? [])]
    return [...new Set([defaultQueue, ...named.flatMap((queue) => queue ?? [])])]
  }, [view])
  const thread = useRef<HTMLElement>(null)
  function openThread(isOpen: boolean) {
    store.escalation.openThread(isOpen)
    // Who asked for it reads it, or answers it.
    if (isOpen) requestAnimationFrame(() => (thread.current?.querySelector('textarea') ?? thread.current)?.focus())
  }
  /** Open and elsewhere, the key goes there first: a thread opens by itself and takes the focus from nobody. */
  function toggleThread() {
    openThread(!isThreadOpen || !thread.current?.contains(document.activeElement))
  }
  if (!view) return null
  const own = view.escalations.filter(({ local }) => local !== 'undone')
  const newest = own[0]
  const draft = draftOf(state)
  const open = openRun(state)
  const target = defaultTarget(state)
  const isEdited = draft.queue !== target.queue || draft.severity !== target.severity
  return (
    <>
      {isThreadOpen && newest && newest.local !== 'held' && (
        <section ref={thread} tabIndex={-1} className={styles.thread} aria-label="Your escalations of this case">
          <OwnList
            escalations={own}
            session={session}
            actions={store.escalation}
            keeper={store.drafts}
            onUndo={(id) => void store.escalation.undo(id)}
            notesOf={(id) => <OwnNotes escalationId={id} store={store} />}
          />
        </section>
      )}
      {needsTeam && (
        <div className={styles.join}>
          <JoinFirst onJoin={() => void store.device.open('welcome')} />
        </div>
      )}
      <EscalateBar
        draft={draft}
        from={isEdited ? null : target.from}
        queues={queues}
        isOpen={isFormOpen}
        isBusy={isSending}
        keys={keys.escalate}
        fault={null}
        along={open && open.run.closedAt === null && <GoingAlong store={store} view={view} open={open} />}
        standing={
          newest && (
            <Standing
              own={newest}
              session={session}
              isOpen={isThreadOpen}
              onOpen={openThread}
              onKey={toggleThread}
              onUndo={() => void store.escalation.undo(newest.id)}
            />
          )
        }
        onEdit={store.escalation.edit}
        onOpen={store.escalation.openForm}
        onEscalate={() => void store.escalation.send()}
      />
    </>
  )
}
