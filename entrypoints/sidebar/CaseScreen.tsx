// The core path: the case, the search, then the open run or what fits.
import { useStore } from 'zustand'
import { AccessNote } from '../../components/case/AccessNote.tsx'
import { CaseHeader } from '../../components/case/CaseHeader.tsx'
import { EnableSite } from '../../components/case/EnableSite.tsx'
import { RailNote } from '../../components/case/RailNote.tsx'
import { Colleagues } from '../../components/escalation/Colleagues.tsx'
import { SearchBox } from '../../components/playbook/SearchBox.tsx'
import { Button } from '../../components/ui/Button.tsx'
import { late } from '../../components/ui/late.ts'
import { Notice } from '../../components/ui/Notice.tsx'
import type { CommandKeys } from './keys.ts'
import { Problems } from './late.ts'
import type { SidebarStore } from './store.ts'
import { useSearch } from './use-search.ts'
import { WorkArea } from './WorkArea.tsx'

/** Most cases are nobody else's. */
const HandoverNotes = late(() => import('./HandoverNotes.tsx').then((module) => module.HandoverNotes), true)

export function CaseScreen({ store, keys }: { store: SidebarStore; keys: CommandKeys }) {
  const { view, fault, isPrivate, enableFault } = useStore(store)
  const finder = useSearch(store)

  return (
    <>
      <Problems store={store} />
      {isPrivate && <Notice>This is a private window. What you escalate is saved on this device all the same.</Notice>}
      {view && (
        <CaseHeader context={view.context} siteName={view.siteName}>
          <AccessNote access={view.context.access} openKeys={keys.open} />
          {view.origin && !view.siteEnabled && (
            <EnableSite origin={view.origin} fault={enableFault} onEnable={() => void store.device.enableSite(view.origin!)} />
          )}
          {view.siteEnabled && view.rail && <RailNote rail={view.rail} onWake={() => void store.device.setRail({ snoozedUntil: 0 })} />}
        </CaseHeader>
      )}
      {!view && <h1 className="visually-hidden">This page</h1>}
      {!view && !fault && <p role="status">Reading this page.</p>}
      {fault && (
        <Notice
          live
          tone="amber"
          title="This case could not be read."
          actions={
            <Button action="retry" onClick={() => void store.case.refresh()}>
              Try again
            </Button>
          }
        >
          <p>{fault}</p>
        </Notice>
      )}
      {(view?.handovers?.length ?? 0) > 0 && <HandoverNotes store={store} />}
      {view && <Colleagues others={view.others} />}
      <SearchBox
        finder={finder}
        onOpen={({ kind, id }) => {
          void store.habit.opened(`${kind}:${id}`)
          if (kind === 'playbook') void store.run.open(id)
          else store.snippet.open(id)
        }}
        onInsert={(hit) => void store.snippet.insertHit(hit)}
        onMissed={store.snippet.missed}
        onPin={(item) => void store.habit.togglePin(item)}
        onMissing={store.escalation.tellMissing}
      />
      {view && <WorkArea store={store} view={view} keys={keys} />}
    </>
  )
}
