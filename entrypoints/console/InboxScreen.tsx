// The inbox: filters and list at the left, the open escalation at the right, keys for all of it.
import { useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ComposerMode } from '../../components/inbox/Composer.tsx'
import { HeldList } from '../../components/inbox/HeldList.tsx'
import { InboxEmpty } from '../../components/inbox/InboxEmpty.tsx'
import { InboxFilters } from '../../components/inbox/InboxFilters.tsx'
import { InboxList } from '../../components/inbox/InboxList.tsx'
import { everythingOpen, filterInbox } from '../../components/inbox/inbox-filter.ts'
import { KeyList } from '../../components/inbox/KeyList.tsx'
import { useSteadyRows } from '../../components/inbox/use-steady-rows.ts'
import { createDeskActions } from './desk-actions.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import { EscalationReader } from './EscalationReader.tsx'
import styles from './frame.module.css'
import { LoadFault } from './LoadFault.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import { hrefs } from './routes.ts'
import { useInboxCursor } from './use-inbox-cursor.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useMember } from './use-member.ts'
import { useNow } from './use-now.ts'

const none: never[] = []

export function InboxScreen({ reading }: { reading: string | null }) {
  const { client, store } = useDesk()
  const member = useMember()
  const now = useNow()
  const [, navigate] = useLocation()
  const loaded = useDeskState(({ inbox }) => inbox)
  const fault = useDeskState(({ faults }) => faults.inbox)
  const all = loaded ?? none
  const [filter, setFilter] = useState(everythingOpen)
  const [held, setHeld] = useState(false)
  const [chosen, setChosen] = useState<{ mode: ComposerMode; of: string | null }>({ mode: 'rule', of: reading })
  // A note is begun for one person: it does not open by itself under the next escalation.
  const mode = chosen.mode === 'coach' && chosen.of !== reading ? 'rule' : chosen.mode
  const setMode = (next: ComposerMode) => setChosen({ mode: next, of: reading })
  const [keysShown, setKeysShown] = useState(false)
  const wanted = useMemo(() => filterInbox(all, filter, member.id), [all, filter, member.id])
  const counts = useMemo(
    () => ({
      open: filterInbox(all, everythingOpen, member.id).length,
      mine: filterInbox(all, { ...everythingOpen, view: 'mine' }, member.id).length,
    }),
    [all, member.id],
  )
  const { rows, waiting, release } = useSteadyRows(all, wanted, JSON.stringify(filter), held, reading)
  const cursor = useInboxCursor(rows, reading)
  const actions = useMemo(() => createDeskActions(client, store), [client, store])
  const places = useRef(new Map<string, number>())
  const searchRef = useRef<HTMLInputElement>(null)
  const outcomeRef = useRef<HTMLInputElement>(null)
  const questionRef = useRef<HTMLTextAreaElement>(null)
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const open = all.find(({ content }) => content.id === reading)

  const write = (next: ComposerMode) => {
    setMode(next)
    requestAnimationFrame(() => ({ rule: outcomeRef, ask: questionRef, coach: noteRef })[next].current?.focus())
  }
  useInboxKeys(cursor, {
    open: (id) => navigate(`/inbox/${id}`),
    rule: () => write('rule'),
    ask: () => write('ask'),
    coach: () => write('coach'),
    search: () => searchRef.current?.focus(),
    help: () => setKeysShown(true),
  })

  return (
    <div className={styles.split} data-reading={Boolean(open)}>
      <section
        className={styles.side}
        aria-label="Escalations"
        onKeyDown={(event) => {
          if (event.key === 'Escape') cursor.focus()
        }}
      >
        <InboxFilters filter={filter} counts={counts} searchRef={searchRef} onChange={setFilter} />
        {fault && loaded === null && <LoadFault failure={fault} onRetry={() => void store.load('inbox')} />}
        {loaded !== null && rows.length === 0 && (
          <InboxEmpty
            filter={filter}
            isNew={all.length === 0}
            onEverything={() => setFilter(everythingOpen)}
            teamHref={hrefs.team}
            playbooksHref={hrefs.playbooks}
          />
        )}
        <HeldList held={held} waiting={waiting} onHold={setHeld} onShow={release}>
          <InboxList
            rows={rows}
            memberId={member.id}
            now={now}
            reading={reading}
            cursor={cursor.cursor}
            focusRequest={cursor.focusRequest}
            hrefOf={hrefs.escalation}
            onCursor={cursor.set}
          />
        </HeldList>
      </section>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves a text field for the list */}
      <div
        className={styles.main}
        onKeyDown={(event) => {
          if (event.key === 'Escape') cursor.focus()
        }}
      >
        {open ? (
          <EscalationReader
            row={open}
            now={now}
            mode={mode}
            onMode={setMode}
            actions={actions}
            places={places.current}
            outcomeRef={outcomeRef}
            questionRef={questionRef}
            noteRef={noteRef}
          />
        ) : (
          loaded !== null && <NothingOpen isMissing={reading !== null} count={rows.length} onKeys={() => setKeysShown(true)} />
        )}
      </div>
      <KeyList opened={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  )
}
