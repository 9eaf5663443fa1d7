// Below the search box: the open run, a snippet that was looked up, or the playbooks that fit.
import { Suspense, useMemo } from 'react'
import { useStore } from 'zustand'
import { KeptBackList } from '../../components/playbook/KeptBackList.tsx'
import { NoSuggestions } from '../../components/playbook/NoSuggestions.tsx'
import { type Suggestion, SuggestionList } from '../../components/playbook/SuggestionList.tsx'
import { progressWords } from '../../components/run/progress-words.ts'
import { SnippetView } from '../../components/snippet/SnippetView.tsx'
import { progressOf, valuesOf } from '../../lib/domain/run.ts'
import type { ItemKey } from '../../lib/schema/habits.ts'
import type { CaseView, RunView } from '../../lib/schema/views.ts'
import { RunPanel } from './late.ts'
import { withPending } from './shown-run.ts'
import type { SidebarStore } from './store.ts'
import { useMoving } from './use-moving.ts'
import { focusSearch } from './use-panel-keys.ts'

/** Started runs first, matching or not; then what fits and is not started. */
function suggestionsOf({ context, matches, runs }: CaseView, pinned: ItemKey[]): Suggestion[] {
  const progress = ({ run, playbook: { document } }: RunView) => {
    const words = progressWords(progressOf(document, run, valuesOf(context.fields, document, run)))
    return run.closedAt === null ? words : `Closed. ${words}`
  }
  const runOf = (playbookId: string) => runs.find(({ run }) => run.playbook.id === playbookId)
  const unmatched = runs
    .filter(({ run }) => !matches.some(({ playbookId }) => playbookId === run.playbook.id))
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

export function WorkArea({ store, view }: { store: SidebarStore; view: CaseView }) {
  const { openRunId, snippetId, pending, saves, library, session, status, habits } = useStore(store)
  const { fields, access } = view.context
  const base = view.runs.find(({ run }) => run.id === openRunId)
  const shown = useMemo(() => base && withPending(base, pending, fields), [base, pending, fields])
  const moving = useMoving(store, base?.run)
  const suggestions = useMemo(() => suggestionsOf(view, habits.pinned), [view, habits])
  const putAway = view.putAway ?? []
  const caseValues = useMemo(() => Object.fromEntries(fields.map(({ name, value }) => [name, value])), [fields])
  const snippet = library?.snippets.find(({ id }) => id === snippetId)

  if (snippet) return <SnippetView snippet={snippet} values={caseValues} onInsert={(text) => void store.device.insert(text)} onBack={store.run.back} />
  if (shown) {
    const { id } = shown.run
    return (
      <Suspense fallback={null}>
        <RunPanel
          key={id}
          view={shown}
          fields={fields}
          snippets={library?.snippets}
          saves={saves[id] ?? {}}
          moving={moving}
          onBack={store.run.back}
          onChange={(change) => void store.run.change(id, change)}
          onClose={() => void store.run.close(id)}
          onReopen={() => void store.run.reopen(id)}
          onInsert={store.device.insert}
          onEscalate={store.escalation.toTarget}
          onPlaybook={(playbookId) => void store.run.open(playbookId)}
        />
      </Suspense>
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
      />
      {kept}
    </>
  )
}
