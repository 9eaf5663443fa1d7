// All escalations made on this device, newest first.

import { useState } from 'react'
import { useStore } from 'zustand'
import { OwnCard } from '../../components/escalation/OwnCard.tsx'
import { Standing } from '../../components/escalation/Standing.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { caseTitle } from '../../lib/domain/case-title.ts'
import panel from './panel.module.css'
import { SubScreen } from './SubScreen.tsx'
import { wayOf } from './state.ts'
import type { SidebarStore } from './store.ts'

export function MineScreen({ store }: { store: SidebarStore }) {
  const state = useStore(store)
  const { mine, notice } = state
  const [openId, setOpenId] = useState<string | null>(null)
  const { escalation } = store
  return (
    <SubScreen title="My escalations" onBack={() => store.case.go('case')}>
      {mine === null && !notice && <p role="status">Loading.</p>}
      {mine?.length === 0 && (
        <Notice title="Nothing escalated from this device yet.">
          <p>One click on Escalate hands a case to your lead with all its evidence. What became of it is shown here.</p>
        </Notice>
      )}
      <ul className={panel.mine}>
        {mine?.map((own) => (
          <li key={own.id}>
            <h2>{caseTitle(own.content.case)}</h2>
            <Standing
              own={own}
              session={wayOf(state)}
              isOpen={openId === own.id}
              onOpen={(isOpen) => setOpenId(isOpen ? own.id : null)}
              onUndo={() => void escalation.undo(own.id)}
            />
            {openId === own.id && <OwnCard own={own} actions={escalation} keeper={store.drafts} isKeyed />}
          </li>
        ))}
      </ul>
    </SubScreen>
  )
}
