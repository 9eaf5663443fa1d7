// Below the search box: the open run, a snippet that was looked up, or the playbooks that fit.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { KeptBackList } from '../../components/playbook/KeptBackList.tsx'
import { NoSuggestions } from '../../components/playbook/NoSuggestions.tsx'
import { type Suggestion, SuggestionList } from '../../components/playbook/SuggestionList.tsx'
import type { OtherRun } from '../../components/run/OtherRuns.tsx'
import { progressWords } from '../../components/run/progress-words.ts'
import { late } from '../../components/ui/late.ts'
import { progressOf, valuesOf } from '../../lib/domain/run.ts'
import type { CaseField } from '../../lib/schema/case.ts'
import type { ItemKey } from '../../lib/schema/habits.ts'
import type { CaseView, RunView } from '../../lib/schema/views.ts'
import { valuesHere } from './case-values.ts'
import type { CommandKeys } from './keys.ts'
import { RunPanel } from './late.ts'
import { withPending } from './shown-run.ts'
import { ownOf } from './snippet-actions.ts'
import type { SidebarStore } from './store.ts'
import { useHearing } from './use-hearing.ts'
import { useMoving } from './use-moving.ts'
import { focusSearch } from './use-panel-keys.ts'
import { useProofs } from './use-proofs.ts'

const progressOn = ({ run, playbook: { document } }: RunView, fields: CaseField[]) => progressWords(progressOf(document, run, valuesOf(fields, document, run)))

/** The other open runs, those after this one first, so that going to the next one meets them all. */
function othersOf({ runs, context: { fields } }: CaseView, runId: string): OtherRun[] {
  const open = runs.filter(({ run }) => run.closedAt === null || run.id === runId).sort((a, b) => a.run.startedAt - b.run.startedAt)
  const at = open.findIndex(({ run }) => run.id === runId)
  return [...open.slice(at + 1), ...open.slice(0, at)].map((view) => ({ id: view.run.id, title: view.run.playbook.title, progress: progressOn(view, fields) }))
}

const SnippetView = late(() => import('../../components/snippet/SnippetView.tsx').then((module) => module.SnippetView))

/** Started runs first, matching or not; then what fits and is not started. */
function suggestionsOf({ context, matches, runs }: CaseView, pinned: ItemKey[]): Suggestion[] {
  const progress = (view: RunView) => {
    const words = progressOn(view, context.fields)
    if (view.run.wentTo) return `Handed to ${view.run.wentTo.member.name}. ${words}`
    return view.run.closedAt === null ? words : `Closed. ${words}`
  }
  const runOf = (playbookId: string) => {
    const ofPlaybook = runs.filter(({ run }) => run.playbook.id === playbookId)
    return ofPlaybook.find(({ run }) => run.closedAt === null) ?? ofPlaybook[0]
  }
  const unmatched = runs
    .filter(({ run }) => runOf(run.playbook.id)?.run.id === run.id && !matches.some(({ playbookId }) => playbookId === run.playbook.id))
    .map((view) => ({
      playbookId: view.run.playbook.id,
      version: view.run.playbook.version,
      title: view.run.playbook.title,
      severity: view.playbook.document.severity,
      score: 0,
      reasons: ['you started it on this case'],
    }))
  return [...matches, ...unmatched].map((match) => {
    const run = runOf(match.playbookId)
    return { ...match, progress: run ? progress(run) : null, isPinned: pinned.includes(`playbook:${match.playbookId}`) }
  })
}

export function WorkArea({ store, view, keys }: { store: SidebarStore; view: CaseView; keys: CommandKeys }) {
  const { openRunId, snippetId, pending, saves, library, own, session, status, habits } = useStore(store)
  const { fields, access } = view.context
  const base = view.runs.find(({ run }) => run.id === openRunId)
  const shown = useMemo(() => base && withPending(base, pending, fields), [base, pending, fields])
  const moving = useMoving(store, base?.run)
  const hearing = useHearing(store, base?.run.id ?? '')
  const proofs = useProofs(store, base?.run ?? null, view, keys.screenshot)
  const suggestions = useMemo(() => suggestionsOf(view, habits.pinned), [view, habits])
  const putAway = view.putAway ?? []
  const values = useMemo(() => valuesHere({ view, openRunId }), [view, openRunId])
  const snippet = snippetId === null ? undefined : (ownOf(own, snippetId) ?? library?.snippets.find(({ id }) => id === snippetId))

  if (snippet) return <SnippetView key={snippet.id} snippet={snippet} values={values} onInsert={store.snippet.insert} onBack={store.snippet.back} />
  if (shown) {
    const { id } = shown.run
    return (
      <RunPanel
        key={id}
        view={shown}
        fields={fields}
        snippets={library?.snippets}
        saves={saves[id] ?? {}}
        moving={moving}
        memberId={session?.member?.id ?? null}
        proofs={proofs}
        hearing={hearing}
        onBack={store.run.back}
        onChange={(change) => void store.run.change(id, change)}
        others={othersOf(view, id)}
        onOther={store.run.show}
        onAgain={() => void store.run.begin(shown.run.playbook.id)}
        onUndo={(change) => void store.run.undo(id, change)}
        onClose={(reason) => void store.run.close(id, reason)}
        onReopen={() => void store.run.reopen(id)}
        onInsert={store.snippet.insert}
        onEscalate={store.escalation.toTarget}
        onPlaybook={(playbookId) => void store.run.open(playbookId)}
      />
    )
  }
  const notStarted = (view.keptBack ?? []).filter(({ playbookId }) => !view.runs.some(({ run }) => run.playbook.id === playbookId))
  const kept = <KeptBackList keptBack={notStarted} onOpen={(playbookId) => void store.run.open(playbookId)} />
  if (suggestions.length + putAway.length > 0)
    return (
      <>
        <SuggestionList
          suggestions={suggestions}
          putAway={putAway}
          onOpen={(playbookId) => void store.run.open(playbookId)}
          onPin={(playbookId) => void store.habit.togglePin(`playbook:${playbookId}`)}
          onPutAway={(playbookId) => void store.habit.putAway(playbookId)}
          onBringBack={(playbookId) => void store.habit.bringBack(playbookId)}
        />
        {kept}
      </>
    )
  // The notice above already says that there is no team.
  if (status?.hub === 'none') return null
  const why = library?.playbooks.length === 0 ? 'empty' : access === 'none' ? 'unread' : 'none'
  const role = session?.member?.role
  return (
    <>
      <NoSuggestions
        why={why}
        mayWrite={role === 'lead' || role === 'admin'}
        onSearch={focusSearch}
        onConsole={() => void store.device.open('console', '/playbooks')}
        onCases={() => store.case.go('cases')}
      />
      {kept}
    </>
  )
}
