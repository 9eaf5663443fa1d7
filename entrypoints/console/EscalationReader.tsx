// Binds one escalation to its playbook version and its commands, and marks it seen.
import type { RefObject } from 'react'
import { Composer, type ComposerActions, type ComposerMode } from '../../components/inbox/Composer.tsx'
import { isOpen } from '../../components/inbox/inbox-filter.ts'
import { ReadingPane } from '../../components/inbox/ReadingPane.tsx'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import { hrefs } from './routes.ts'
import { useHanded } from './use-handed.ts'
import { useMember } from './use-member.ts'
import { usePinnedOutcomes } from './use-pinned-outcomes.ts'
import { useSee } from './use-see.ts'

interface Props {
  row: Escalation
  now: number
  mode: ComposerMode
  onMode(mode: ComposerMode): void
  actions: ComposerActions
  places: Map<string, number>
  outcomeRef: RefObject<HTMLInputElement | null>
  questionRef: RefObject<HTMLTextAreaElement | null>
}

export function EscalationReader({ row, now, mode, onMode, actions, places, outcomeRef, questionRef }: Props) {
  const { drafts, now: clock } = useDesk()
  const member = useMember()
  const playbook = row.content.run?.playbook ?? null
  const newest = useDeskState(({ playbooks }) => playbooks?.find(({ id }) => id === playbook?.id)?.version ?? null)
  const outcomes = usePinnedOutcomes(playbook)
  const handed = useHanded(row.content.case.key, row.revision, now)
  useSee(row, member.id)

  return (
    <ReadingPane
      row={row}
      memberId={member.id}
      now={now}
      handed={handed}
      newestVersion={newest}
      versionHref={hrefs.playbookVersion}
      places={places}
      composer={
        isOpen(row) && (
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
          />
        )
      }
    />
  )
}
