// A lead has stopped the version of this run. The steps wait until what changed was on screen and the agent has moved on.
import type { PlaybookDiff } from '../../lib/domain/playbook-diff.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { RunMove } from '../../lib/schema/run.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { moveWords } from './move-words.ts'
import { VersionChanges } from './VersionChanges.tsx'

interface Props {
  version: number
  newer: number
  /** Null while the other version is being asked for: nobody moves on unseen. */
  offer: { after: PlaybookVersion; diff: PlaybookDiff; plan: Pick<RunMove, 'kept' | 'asked' | 'gone'> } | null
  onMove: () => void
}

export function StopNotice({ version, newer, offer, onMove }: Props) {
  return (
    <Notice
      live
      tone="amber"
      title={`Version ${version} was stopped. Do not work on with it.`}
      actions={
        offer && (
          <Button look="primary" action="move" onClick={onMove}>
            Move to version {newer}
          </Button>
        )
      }
    >
      <p>Read what changed, then move this run to version {newer}.</p>
      {offer ? (
        <>
          <VersionChanges {...offer} />
          <p>{moveWords(offer.plan)}</p>
        </>
      ) : (
        <p>Looking up what changed.</p>
      )}
    </Notice>
  )
}
