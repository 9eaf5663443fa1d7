// How the page on screen is read: a lead points at what matters, looks at what is proposed, and publishes the profile for the team.
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { NewField } from '../../components/site/NewField.tsx'
import { PageHead } from '../../components/site/PageHead.tsx'
import { PublishSite } from '../../components/site/PublishSite.tsx'
import { ReadRow } from '../../components/site/ReadRow.tsx'
import styles from '../../components/site/reading.module.css'
import { SourceList } from '../../components/site/SourceList.tsx'
import { problemsAt, problemsElsewhere, problemsOf } from '../../components/site/site-problems.ts'
import { Button } from '../../components/ui/Button.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import {
  fieldIndex,
  isBehind,
  pageOf,
  published,
  type RowKey,
  sourcesAt,
  withChosen,
  withField,
  withPage,
  withSources,
} from '../../lib/domain/profile-draft.ts'
import { PickedWays } from './PickedWays.tsx'
import panel from './panel.module.css'
import { kindOf, labelOf, readsAt, valueAt } from './read-rows.ts'
import { areasOf, createReadingActions, type PageSeen } from './reading-actions.ts'
import { SubScreen } from './SubScreen.tsx'
import { sentenceOf } from './state.ts'
import type { SidebarStore } from './store.ts'
import { usePointing } from './use-pointing.ts'
import { useProfileDraft } from './use-profile-draft.ts'

export function ReadingScreen({ store }: { store: SidebarStore }) {
  const { view, session } = useStore(store)
  const [seen, setSeen] = useState<PageSeen[]>([])
  const [fault, setFault] = useState<string | null>(null)
  /** What became of the publish, beside its button. */
  const [said, setSaid] = useState<{ text: string; tone: 'plain' | 'amber' } | null>(null)
  const [isVerified, setVerified] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const actions = useMemo(() => createReadingActions(store.desk.client, () => store.getState().tabId), [store])
  const onFault = (cause: unknown) => setFault(sentenceOf(cause))
  const [url, setUrl] = useState<string | null>(null)
  const { draft, newest, isChanged, change, undo, restart } = useProfileDraft(store, actions, url, view, onFault)
  const { pointing, pick, point, step, stop } = usePointing(actions, onFault)
  const back = () => store.case.go('case')
  const isHere = view?.siteEnabled === true && view.origin !== null

  // The address as the browser has it: that of the case may be another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the page went on
  useEffect(() => {
    if (isHere) actions.address().then(setUrl, onFault)
  }, [isHere, view, actions])

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the page said something new
  useEffect(() => {
    if (!draft || url === null) return
    let isCurrent = true
    const page = pageOf(draft)
    actions.look({ ...draft, page }, url, [], areasOf(page)).then(
      (all) => isCurrent && setSeen(all),
      (cause) => isCurrent && onFault(cause),
    )
    return () => {
      isCurrent = false
    }
  }, [draft, url, view, actions])

  const problems = useMemo(() => (draft ? problemsOf(draft) : []), [draft])
  const [own, ...others] = seen

  if (!isHere)
    return (
      <SubScreen title="How this page is read" onBack={back}>
        <Notice title="Handrail is not on here." actions={<Button onClick={back}>Back to the case</Button>}>
          <p>Turn it on for this site beside the case, then come back. Nothing of a page is read before.</p>
        </Notice>
      </SubScreen>
    )
  if (!draft || url === null)
    return (
      <SubScreen title="How this page is read" onBack={back}>
        {fault ? <Notice live tone="amber" title={fault} /> : <p role="status">Reading the page.</p>}
      </SubScreen>
    )

  async function publish() {
    if (!draft) return
    setBusy(true)
    setSaid(null)
    try {
      const by = isVerified ? { name: session?.member?.name ?? 'a lead', at: store.desk.now() } : null
      const site = await actions.publish(draft.id, published(draft, by), draft.base)
      setSaid({ text: `Published as version ${site.version}. Every device reads by it as soon as it hears of it.`, tone: 'plain' })
      setVerified(false)
      await restart(site)
    } catch (cause) {
      setSaid({ text: sentenceOf(cause), tone: 'amber' })
    }
    setBusy(false)
  }

  const page = pageOf(draft)
  const rows: RowKey[] = ['caseId', ...page.fields.map((_, index): RowKey => `fields.${index}`), 'text', 'reply', 'notes']
  return (
    <SubScreen title="How this page is read" onBack={back}>
      <PageHead draft={draft} onChange={change} />
      {fault && <Notice live tone="amber" title={fault} actions={<Button onClick={() => setFault(null)}>Dismiss</Button>} />}
      {isBehind(draft, newest) && (
        <Notice
          live
          tone="amber"
          title={`A colleague has published version ${newest.version}.`}
          actions={
            <>
              <Button onClick={() => void restart()}>Begin again from it</Button>
              <Button onClick={() => change({ ...draft, base: newest.version })}>Put mine in its place</Button>
            </>
          }
        >
          <p>
            {draft.base === null ? 'Yours is a new profile of the same name.' : `Yours is made from version ${draft.base}.`} Nothing was overwritten, and yours
            is kept.
          </p>
        </Notice>
      )}
      {undo && (
        <div className={panel.row}>
          <Button onClick={undo}>Undo the last change</Button>
        </div>
      )}
      <ul className={styles.rows}>
        {rows.map((row) => {
          const label = labelOf(draft, row)
          const sources = sourcesAt(page, row)
          const field = row.startsWith('fields.') ? page.fields[fieldIndex(row)] : undefined
          return (
            <ReadRow
              key={field?.name ?? row}
              label={label}
              {...(field ? { name: field.name, onRemove: () => change(withField(draft, fieldIndex(row), null)) } : {})}
              value={valueAt(draft, row, own)}
              ways={sources.length}
              problems={problemsAt(problems, draft, row)}
              isPointing={pointing === row}
              onPoint={() => void point(row, kindOf(row), label)}
              details={
                <SourceList
                  label={label}
                  sources={sources}
                  reads={readsAt(draft, row, own)}
                  isValue={kindOf(row) === 'value'}
                  onChange={(next) => change(withSources(draft, row, next))}
                />
              }
            >
              {pointing === row && (
                <Notice live title={`Now click ${label} in the page.`} actions={<Button onClick={stop}>Stop pointing</Button>}>
                  <p>The page hears nothing of the click. Arrow up: wider, down: narrower; Enter takes it, Esc gives up.</p>
                </Notice>
              )}
              {pick?.row === row && (
                <PickedWays
                  draft={draft}
                  label={label}
                  here={{ url, title: own?.title ?? '' }}
                  pick={pick}
                  actions={actions}
                  onStep={(key) => void step(key)}
                  onTake={(chosen) => {
                    change(withChosen(draft, row, chosen))
                    stop()
                  }}
                  onAgain={() => void point(row, kindOf(row), label)}
                  onCancel={stop}
                />
              )}
            </ReadRow>
          )
        })}
      </ul>
      <NewField
        taken={page.fields.map(({ name }) => name)}
        onAdd={(name, label) => change(withPage(draft, { fields: [...page.fields, { name, label, sources: [] }] }))}
      />
      <p className={styles.muted}>
        {others.length === 0
          ? 'No other case of this kind is open. Open a few in other tabs, and each way to read is tried on them, too.'
          : `Also tried on ${others.map(({ name }) => name).join(', ')}.`}
      </p>
      {said && <Notice live tone={said.tone} title={said.text} actions={<Button onClick={() => setSaid(null)}>Dismiss</Button>} />}
      <PublishSite
        problems={problemsElsewhere(problems, draft)}
        faults={problems.filter(({ severity }) => severity === 'error').length}
        isChanged={isChanged}
        isBusy={isBusy}
        isVerified={isVerified}
        onVerified={setVerified}
        onPublish={() => void publish()}
      />
    </SubScreen>
  )
}
