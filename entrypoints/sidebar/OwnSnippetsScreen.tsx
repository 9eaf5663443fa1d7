// The member's own snippets: written, changed, deleted and taken back, exported. They stay on this device.
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { OwnSnippetForm } from '../../components/snippet/OwnSnippetForm.tsx'
import { OwnSnippetRow } from '../../components/snippet/OwnSnippetRow.tsx'
import { Button } from '../../components/ui/Button.tsx'
import { saveFile } from '../../components/ui/hand-out.ts'
import { Notice } from '../../components/ui/Notice.tsx'
import { snippetsCsv } from '../../lib/domain/snippets-csv.ts'
import { mostOwnSnippets, type OwnSnippet } from '../../lib/schema/own-snippet.ts'
import { valuesHere } from './case-values.ts'
import { ownDraftKey, readOwnDraft } from './own-draft.ts'
import panel from './panel.module.css'
import { SubScreen } from './SubScreen.tsx'
import type { OwnDraft } from './state.ts'
import type { SidebarStore } from './store.ts'

export function OwnSnippetsScreen({ store }: { store: SidebarStore }) {
  const state = useStore(store)
  const { own, ownDraft: draft, view } = state
  const [deleted, setDeleted] = useState<OwnSnippet | null>(null)
  const { snippet, drafts } = store
  const selection = view?.context.selection.trim() ?? ''

  // What was being written when the panel went away.
  useEffect(() => {
    let isHere = true
    void drafts.load(ownDraftKey).then((kept) => {
      const found = readOwnDraft(kept)
      if (isHere && found && store.getState().ownDraft === null) snippet.edit(found)
    })
    return () => {
      isHere = false
    }
  }, [drafts, snippet, store])

  function change(next: OwnDraft | null) {
    store.setState({ ownDraft: next })
    drafts.keep(ownDraftKey, next ? JSON.stringify(next) : '')
  }
  async function save() {
    if (draft && (await snippet.save({ ...draft, title: draft.title.trim(), body: draft.body.trim() }))) change(null)
  }
  async function remove(one: OwnSnippet) {
    if (await snippet.remove(one.id)) setDeleted(one)
  }
  async function restore({ id, title, body }: OwnSnippet) {
    if (await snippet.save({ id, title, body })) setDeleted(null)
  }

  if (draft)
    return (
      <SubScreen title={draft.id ? 'Change snippet' : 'New snippet'} onBack={() => store.case.go('case')}>
        <OwnSnippetForm
          title={draft.title}
          body={draft.body}
          isNew={!draft.id}
          values={valuesHere(state)}
          onText={(title, body) => change({ ...draft, title, body })}
          onSave={save}
          onCancel={() => change(null)}
        />
      </SubScreen>
    )
  return (
    <SubScreen title="My snippets" onBack={() => store.case.go('case')}>
      <p className={panel.hint}>
        {own.length === 0
          ? 'Texts that only you use. The search finds them, marked as yours. They stay on this device and are not sent to the hub.'
          : `${own.length} of ${mostOwnSnippets}. They stay on this device and are not sent to the hub; export them before you move to another one.`}
      </p>
      <div className={panel.row}>
        <Button look="primary" onClick={() => change({ title: '', body: '' })}>
          New snippet
        </Button>
        {selection !== '' && <Button onClick={() => change({ title: firstWords(selection), body: selection.slice(0, 20_000) })}>From the selected text</Button>}
        {own.length > 0 && <Button onClick={() => saveFile('my-snippets.csv', snippetsCsv(own), 'text/csv')}>Export</Button>}
      </div>
      {deleted && (
        <Notice live actions={<Button onClick={() => void restore(deleted)}>Undo</Button>}>
          <p>Deleted “{deleted.title}”.</p>
        </Notice>
      )}
      <ul className={panel.mine}>
        {own.map((one) => (
          <li key={one.id}>
            <OwnSnippetRow
              snippet={one}
              onOpen={() => snippet.open(one.id)}
              onEdit={() => change({ id: one.id, title: one.title, body: one.body })}
              onDelete={() => void remove(one)}
            />
          </li>
        ))}
      </ul>
    </SubScreen>
  )
}

function firstWords(text: string): string {
  const line = text.split('\n')[0]!.trim()
  return line.length <= 60 ? line : `${line.slice(0, Math.max(line.lastIndexOf(' ', 60), 30))} …`
}
