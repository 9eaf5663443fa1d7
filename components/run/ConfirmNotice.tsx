// Everybody is asked to confirm this version: what changed since the one that the agent knows, until the agent has said so. It holds
// nothing up: the steps below can be worked on meanwhile.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { diffPlaybooks } from '../../lib/domain/playbook-diff.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { Button } from '../ui/Button.tsx'
import { GuardedButton } from '../ui/GuardedButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './flag.module.css'
import type { Moving } from './moving.ts'
import { VersionChanges } from './VersionChanges.tsx'

interface Props {
  playbook: PlaybookVersion
  /** The version that the agent knows; null for a playbook that is new to the agent. */
  since: number | null
  moving: Pick<Moving, 'versions' | 'onLook'>
  onConfirm: () => void
}

export function ConfirmNotice({ playbook, since, moving: { versions, onLook }, onConfirm }: Props) {
  const before = since === null ? null : versions[since]
  const [isUnknown, setUnknown] = useState(false)
  const look = useCallback(
    async (version: number) => {
      setUnknown(false)
      setUnknown(!(await onLook(version)))
    },
    [onLook],
  )
  useEffect(() => {
    if (since !== null && !before) void look(since)
  }, [since, before, look])
  const diff = useMemo(() => before && diffPlaybooks(before.document, playbook.document), [before, playbook])
  const { version } = playbook
  return (
    <Notice
      live
      title={since === null ? 'Read this playbook once and confirm it.' : `Changed since version ${since}. Read it once and confirm it.`}
      actions={
        <GuardedButton action="confirm" onAct={onConfirm}>
          I have read this
        </GuardedButton>
      }
    >
      {since === null && <p>It is new to you. Your lead asks everybody who works with version {version} to confirm it.</p>}
      {since !== null && !diff && !isUnknown && <p>Looking up what changed. The steps below are those of version {version}.</p>}
      {since !== null && !diff && isUnknown && (
        <p>
          What changed cannot be shown now. The steps below are those of version {version}.{' '}
          <Button look="link" onClick={() => void look(since)}>
            Try again
          </Button>
        </p>
      )}
      {diff && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={styles.changes} aria-label={`Changed since version ${since}`} tabIndex={0}>
          <VersionChanges after={playbook} diff={diff} />
        </section>
      )}
    </Notice>
  )
}
