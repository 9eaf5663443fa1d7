// My cases: handed to me first, then what is at work, then what was closed lately.
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { caseHas } from '../../components/case/case-words.ts'
import { MyCaseGroup } from '../../components/case/MyCaseGroup.tsx'
import styles from '../../components/case/my-cases.module.css'
import { Button } from '../../components/ui/Button.tsx'
import { Field } from '../../components/ui/Field.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { useNow } from '../../components/ui/use-now.ts'
import type { CaseRow } from '../../lib/schema/cases.ts'
import { SubScreen } from './SubScreen.tsx'
import type { SidebarStore } from './store.ts'
import { useCaseKeys } from './use-case-keys.ts'
import { useHandoverActions } from './use-handover-actions.ts'

/** A box to filter a list that is seen whole would only be in the way. */
const unfiltered = 8

export function CasesScreen({ store }: { store: SidebarStore }) {
  const { cases, casesMoved, view, session, notice } = useStore(store)
  const actions = useHandoverActions(store)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const root = useRef<HTMLDivElement>(null)
  const now = useNow(30_000)
  const memberId = session?.member?.id ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again each time that something moved
  useEffect(() => {
    void actions.list()
  }, [actions, casesMoved])

  const shown = useMemo(() => {
    const asked = query.trim()
    const only = (rows: CaseRow[]) => (asked === '' ? rows : rows.filter((row) => caseHas(row, asked)))
    return cases && { handed: only(cases.handed), open: only(cases.open), closed: only(cases.closed) }
  }, [cases, query])
  const count = cases ? cases.handed.length + cases.open.length + cases.closed.length : 0
  const found = shown ? shown.handed.length + shown.open.length + shown.closed.length : 0
  const mayHand = ({ runs, place }: CaseRow) => memberId !== null && /^https?:/.test(place.url) && runs.some(({ isOpen }) => isOpen)
  const mine = cases ? [...cases.handed, ...cases.open].filter(mayHand) : []
  const picked = mine.filter((row) => chosen.has(row.place.key))

  function toggle(key: string) {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  function handOver(key: string | null) {
    const focused = mine.filter((row) => row.place.key === key)
    const rows = picked.length > 0 ? picked : focused
    if (rows.length > 0) store.setState({ handing: rows, screen: 'handover' })
  }
  useCaseKeys(root, { onChoose: toggle, onHandOver: handOver })

  const group = {
    ...{ now, memberId, currentKey: view?.context.key ?? null, session: session?.state ?? ('active' as const), chosen, mayHand },
    ...{ onOpen: (key: string) => void actions.open(key), onChoose: toggle },
    acts: {
      ...actions,
      take: async (id: string) => {
        const key = cases?.handed.find(({ handover }) => handover?.id === id)?.place.key
        return (await actions.take(id)) && (key === undefined || actions.open(key))
      },
    },
  }
  return (
    <SubScreen title="My cases" onBack={() => store.case.go('case')}>
      <div ref={root} className={styles.screen}>
        {cases === null && !notice && <p role="status">Loading.</p>}
        {cases && count === 0 && (
          <Notice title="No case is at work." actions={<Button onClick={() => store.case.go('case')}>Back to this page</Button>}>
            <p>A case comes here with its first playbook or its escalation, and stays until it is done. What colleagues hand you stands first.</p>
          </Notice>
        )}
        {count > unfiltered && (
          <Field label="Filter" value={query} placeholder="Title, site, playbook or colleague" data-filter onChange={(event) => setQuery(event.target.value)} />
        )}
        {shown && (
          <>
            <MyCaseGroup title="Handed to you" rows={shown.handed} {...group} />
            <MyCaseGroup title="At work" rows={shown.open} {...group} />
            {cases!.more > 0 && query === '' && <p className={styles.hint}>{cases!.more} older ones are not listed. Open them where you work on cases.</p>}
            <MyCaseGroup title="Recently closed" rows={shown.closed} isQuiet {...group} />
          </>
        )}
        <p role="status" className={styles.hint}>
          {count > 0 && found === 0 && 'No case fits. Try another word.'}
        </p>
        {picked.length > 0 && (
          <div className={styles.chosen}>
            <p role="status">{picked.length === 1 ? '1 case chosen' : `${picked.length} cases chosen`}</p>
            <Button look="quiet" onClick={() => setChosen(new Set())}>
              Clear
            </Button>
            <Button look="primary" action="hand-over" onClick={() => handOver(null)}>
              Hand over
            </Button>
          </div>
        )}
      </div>
    </SubScreen>
  )
}
