// The run is on another version than the agent began with: who moved it, what was kept, and what changed, until it is put away.
import { useState } from 'react'
import { mayUndoMove } from '../../lib/domain/migrate-run.ts'
import type { PlaybookDiff } from '../../lib/domain/playbook-diff.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Run, RunMove } from '../../lib/schema/run.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { moveWords } from './move-words.ts'
import { VersionChanges } from './VersionChanges.tsx'

interface Props {
  run: Run
  move: RunMove
  playbook: PlaybookVersion
  /** Null while the earlier version is being asked for. */
  diff: PlaybookDiff | null
  onStay: () => void
  onSeen: () => void
}

export function MovedNotice({ run, move, playbook, diff, onStay, onSeen }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { version, publishedBy } = playbook
  return (
    <Notice
      live
      actions={
        <>
          {diff && (
            <Button action="changes" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              What changed
            </Button>
          )}
          {mayUndoMove(run) && (
            <Button action="stay" onClick={onStay}>
              Undo
            </Button>
          )}
          <Button look="quiet" onClick={onSeen}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>
        {move.by === 'lead'
          ? `${publishedBy.name} published version ${version} for open cases. This run moved to it from version ${move.from.version}.`
          : `This run is on version ${version} now.`}
      </p>
      <p>{moveWords(move)}</p>
      {diff && isOpen && <VersionChanges after={playbook} diff={diff} />}
    </Notice>
  )
}
