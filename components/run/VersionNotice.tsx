// What the agent has to know of the version a run is on: that another one is out, that this one was stopped, or that the run moved.
import { useEffect, useMemo } from 'react'
import { mayUndoMove, planMove } from '../../lib/domain/migrate-run.ts'
import { diffPlaybooks } from '../../lib/domain/playbook-diff.ts'
import type { RunView } from '../../lib/schema/views.ts'
import { MovedNotice } from './MovedNotice.tsx'
import { isStopped, type Moving } from './moving.ts'
import { OfferNotice } from './OfferNotice.tsx'
import { StopNotice } from './StopNotice.tsx'

/** A lead's move is told until it is put away; the agent's own as long as it can be taken back. */
function movedFrom({ run }: RunView): number | null {
  const { move } = run
  if (!move || move.seenAt !== null || run.closedAt !== null) return null
  return move.by === 'lead' || mayUndoMove(run) ? move.from.version : null
}

export function VersionNotice({ view, moving }: { view: RunView; moving: Moving }) {
  const { run, playbook, newer } = view
  const earlier = movedFrom(view)
  const offered = run.closedAt === null ? newer : null
  const wanted = offered ?? earlier
  const other = wanted === null ? null : (moving.versions[wanted] ?? null)
  const { onLook } = moving
  useEffect(() => {
    if (wanted !== null && !other) onLook(wanted)
  }, [wanted, other, onLook])
  const diff = useMemo(() => {
    if (!other) return null
    return offered === null ? diffPlaybooks(other.document, playbook.document) : diffPlaybooks(playbook.document, other.document)
  }, [other, offered, playbook])

  if (offered !== null) {
    const offer = other && diff && { after: other, diff, plan: planMove(run, diff.steps) }
    const props = { version: playbook.version, newer: offered, offer, onMove: () => moving.onMove(offered) }
    return isStopped(view) ? <StopNotice {...props} /> : <OfferNotice key={offered} {...props} />
  }
  if (earlier === null || !run.move) return null
  return <MovedNotice key={earlier} run={run} move={run.move} playbook={playbook} diff={diff} onStay={moving.onStay} onSeen={moving.onSeen} />
}
