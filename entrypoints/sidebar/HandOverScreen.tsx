// Handing the case on screen, or several of My cases, to a colleague.
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useKeptText } from '../../components/escalation/use-kept-text.ts'
import { HandOverForm } from '../../components/handover/HandOverForm.tsx'
import { progressWords } from '../../components/run/progress-words.ts'
import { Button } from '../../components/ui/Button.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { placeOf } from '../../lib/domain/my-cases.ts'
import { progressOf, valuesOf } from '../../lib/domain/run.ts'
import type { CaseRow } from '../../lib/schema/cases.ts'
import type { CasePlace } from '../../lib/schema/handover.ts'
import type { Member } from '../../lib/schema/member.ts'
import type { CaseView, RunView } from '../../lib/schema/views.ts'
import { noteKey } from './handover-actions.ts'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'
import { useHandoverActions } from './use-handover-actions.ts'

interface Handed {
  place: CasePlace
  runs: string[]
}

function ofView({ context, siteName, runs }: CaseView): Handed {
  const words = ({ run, playbook: { document } }: RunView) =>
    `${run.playbook.title}, ${progressWords(progressOf(document, run, valuesOf(context.fields, document, run)))}`
  return { place: placeOf(context, siteName), runs: runs.filter(({ run }) => run.closedAt === null).map(words) }
}

const ofRow = ({ place, runs }: CaseRow): Handed => ({
  place,
  runs: runs.filter(({ isOpen }) => isOpen).map((run) => `${run.title}, ${progressWords({ ...run, open: 0 })}`),
})

export function HandOverScreen({ store }: { store: SidebarStore }) {
  const { view, handing } = useStore(store)
  const handed = handing?.map(ofRow) ?? (view ? [ofView(view)] : [])
  // What was chosen and typed is about these cases: where the page goes on to another one, the form begins anew.
  return <HandOver key={handed.map(({ place }) => place.key).join(' ')} store={store} handed={handed} />
}

function HandOver({ store, handed }: { store: SidebarStore; handed: Handed[] }) {
  const { handing, session } = useStore(store)
  const actions = useHandoverActions(store)
  const [members, setMembers] = useState<Member[] | null>(null)
  const places = handed.map(({ place }) => place)
  const { text: note, change } = useKeptText(store.drafts, noteKey(places))
  const back = () => store.case.go(handing ? 'cases' : 'case')
  const isFindable = places.length > 0 && places.every(({ url }) => /^https?:/.test(url))
  const isMember = session?.member != null

  useEffect(() => {
    actions.members().then(setMembers, () => setMembers([]))
  }, [actions])

  const title = places.length > 1 ? `Hand over ${places.length} cases` : 'Hand to a colleague'
  return (
    <SubScreen title={title} onBack={back}>
      {places.length === 1 && <p>{places[0]!.title}</p>}
      {!isMember && (
        <Notice title="You are not in a team here." actions={<Button onClick={() => void store.device.open('welcome')}>Join your team</Button>}>
          <p>Once you have joined, a case can go to any colleague of your team.</p>
        </Notice>
      )}
      {isMember && !isFindable && (
        <Notice title="This page cannot be handed over." actions={<Button onClick={back}>Back</Button>}>
          <p>Its address is not known, so a colleague could not find it. Open it from the toolbar button, which reads the page, then try again.</p>
        </Notice>
      )}
      {isMember && isFindable && (
        <HandOverForm
          cases={handed.map(({ place: { key, title }, runs }) => ({ key, title, runs }))}
          members={members}
          note={note}
          onNote={change}
          onSend={async (to, said) => {
            if (await actions.send(places, to, said)) back()
          }}
          onCancel={back}
        />
      )}
    </SubScreen>
  )
}
