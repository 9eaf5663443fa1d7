// Another version is out and the run may stay: what changed, and the way over. The sentence comes first and asks for nothing.
import { useState } from 'react'
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
  /** Null while the other version is being asked for. */
  offer: { after: PlaybookVersion; diff: PlaybookDiff; plan: Pick<RunMove, 'kept' | 'asked' | 'gone'> } | null
  onMove: () => void
}

export function OfferNotice({ version, newer, offer, onMove }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Notice
      live
      actions={
        offer && (
          <>
            <Button action="changes" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              What changed
            </Button>
            <Button action="move" onClick={onMove}>
              Move to version {newer}
            </Button>
          </>
        )
      }
    >
      <p>
        Version {newer} is out. This run stays on version {version}.
      </p>
      {offer && <p>If you move it: {moveWords(offer.plan)}</p>}
      {offer && isOpen && <VersionChanges {...offer} />}
    </Notice>
  )
}
