// Binds one escalation to its playbook version and its commands, and marks it seen.
import { type RefObject, useCallback } from 'react'
import coaching from '../../components/coaching/coaching.module.css'
import { NoteList } from '../../components/coaching/NoteList.tsx'
import { Composer, type ComposerActions, type ComposerMode } from '../../components/inbox/Composer.tsx'
import { ReadingPane } from '../../components/inbox/ReadingPane.tsx'
import { saveFile } from '../../components/ui/hand-out.ts'
import { isOpen } from '../../lib/domain/escalation-status.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { CoachFoot } from './CoachFoot.tsx'
import { useDesk, useDeskState } from './desk-context.ts'
import { notifyDone, notifyFailure } from './notify.ts'
import { hrefs } from './routes.ts'
import { useEndings } from './use-endings.ts'
import { useHanded } from './use-handed.ts'
import { useMember } from './use-member.ts'
import { usePinnedOutcomes } from './use-pinned-outcomes.ts'
import { useSee } from './use-see.ts'
import { useTurnToRule } from './use-turn-to-rule.ts'

interface Props {
  row: Escalation
  now: number
  mode: ComposerMode
  onMode(mode: ComposerMode): void
  actions: ComposerActions
  places: Map<string, number>
  outcomeRef: RefObject<HTMLInputElement | null>
  questionRef: RefObject<HTMLTextAreaElement | null>
  noteRef: RefObject<HTMLTextAreaElement | null>
}

export function EscalationReader({ row, now, mode, onMode, actions, places, outcomeRef, questionRef, noteRef }: Props) {
  const { client, drafts, now: clock } = useDesk()
  const member = useMember()
  const playbook = row.content.run?.playbook ?? null
  const newest = useDeskState(({ playbooks }) => playbooks?.find(({ id }) => id === playbook?.id)?.version ?? null)
  const outcomes = usePinnedOutcomes(playbook)
  const all = useDeskState((state) => state.notes)
  const notes = (all ?? []).filter(({ content }) => content.about?.id === row.content.id)
  const handed = useHanded(row.content.case.key, row.revision, now)
  const endings = useEndings(row.content.id, row.revision)
  useSee(row, member.id)
  const turnToRule = useTurnToRule(row, { mode, onMode, questionRef, noteRef })
  const { id } = row.content
  const loadPicture = useCallback(
    async (hash: string) => {
      const { type, base64 } = await client.send('image.get', { hash, of: id })
      return `data:${type};base64,${base64}`
    },
    [client, id],
  )

  async function save(): Promise<void> {
    try {
      const { html } = await client.send('inbox.evidence', { id })
      const fileName = `escalation-${row.number}.html`
      saveFile(fileName, html, 'text/html')
      notifyDone(`Escalation #${row.number} is saved as ${fileName}. Who has the file reads all of it: give it to nobody who may not read the case.`)
    } catch (cause) {
      notifyFailure(cause)
    }
  }

  return (
    <ReadingPane
      row={row}
      memberId={member.id}
      now={now}
      handed={handed}
      newestVersion={newest}
      endings={endings}
      versionHref={hrefs.playbookVersion}
      places={places}
      notes={
        notes.length > 0 && (
          <section className={coaching.section}>
            <h2>Coaching, between {row.by.name} and leads</h2>
            <NoteList notes={notes} memberId={member.id} now={now} label="Coaching notes" />
          </section>
        )
      }
      loadPicture={loadPicture}
      onSave={save}
      onAnswer={turnToRule}
      composer={
        isOpen(row) ? (
          <Composer
            key={row.content.id}
            row={row}
            memberId={member.id}
            outcomes={outcomes}
            mode={mode}
            onMode={onMode}
            actions={actions}
            drafts={drafts}
            clock={clock}
            now={now}
            outcomeRef={outcomeRef}
            questionRef={questionRef}
            noteRef={noteRef}
          />
        ) : (
          row.by.id !== member.id && (
            <CoachFoot key={row.content.id} row={row} now={now} mode={mode} onMode={onMode} noteRef={noteRef} onCoach={(text) => actions.coach(row, text)} />
          )
        )
      }
    />
  )
}
