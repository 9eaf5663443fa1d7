// The sticky bar with what it needs from the store: the newest escalation of this case, its thread, and the one click.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { EscalateBar } from '../../components/escalation/EscalateBar.tsx'
import { JoinFirst } from '../../components/escalation/JoinFirst.tsx'
import { OwnCard } from '../../components/escalation/OwnCard.tsx'
import { Standing } from '../../components/escalation/Standing.tsx'
import { draftOf } from './escalation-actions.ts'
import type { CommandKeys } from './keys.ts'
import styles from './panel.module.css'
import type { SidebarStore } from './store.ts'

const defaultQueue = 'leads'

export function EscalateDock({ store, keys }: { store: SidebarStore; keys: CommandKeys }) {
  const state = useStore(store)
  const { view, isFormOpen, isSending, isThreadOpen, needsTeam } = state
  const queues = useMemo(() => [...new Set([defaultQueue, ...(view?.runs.flatMap(({ playbook }) => playbook.document.queue ?? []) ?? [])])], [view])
  if (!view) return null
  const own = view.escalations.filter(({ local }) => local !== 'undone')
  const newest = own[0]
  return (
    <>
      {isThreadOpen && newest && newest.local !== 'held' && (
        <section className={styles.thread} aria-label="Your escalations of this case">
          {own.map((one) => (
            <OwnCard
              key={one.id}
              own={one}
              onAnswer={(text) => store.escalation.answer(one.id, text)}
              onAmend={(note) => store.escalation.amend(one.id, note)}
              onWithdraw={(reason) => store.escalation.withdraw(one.id, reason)}
            />
          ))}
        </section>
      )}
      {needsTeam && (
        <div className={styles.join}>
          <JoinFirst onJoin={() => void store.device.open('welcome')} />
        </div>
      )}
      <EscalateBar
        draft={draftOf(state)}
        queues={queues}
        isOpen={isFormOpen}
        isBusy={isSending}
        keys={keys.escalate}
        fault={null}
        standing={
          newest && <Standing own={newest} isOpen={isThreadOpen} onOpen={store.escalation.openThread} onUndo={() => void store.escalation.undo(newest.id)} />
        }
        onDraft={store.escalation.edit}
        onOpen={store.escalation.openForm}
        onEscalate={() => void store.escalation.send()}
      />
    </>
  )
}
