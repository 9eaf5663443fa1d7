// What the agent has to know of the version a run is on: that another one is out, that this one was stopped, and that the run moved. An
// offer never hides a move that was not read yet.
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
  const { versions, onLook } = moving
  const earlier = movedFrom(view)
  const offered = run.closedAt === null ? newer : null
  const before = earlier === null ? null : (versions[earlier] ?? null)
  const after = offered === null ? null : (versions[offered] ?? null)
  useEffect(() => {
    if (earlier !== null && !before) void onLook(earlier)
    if (offered !== null && !after) void onLook(offered)
  }, [earlier, before, offered, after, onLook])
  const moved = useMemo(() => before && diffPlaybooks(before.document, playbook.document), [before, playbook])
  const ahead = useMemo(() => after && { after, diff: diffPlaybooks(playbook.document, after.document) }, [after, playbook])

  const offer = ahead && { ...ahead, plan: planMove(run, ahead.diff.steps) }
  const props = { version: playbook.version, newer: offered ?? playbook.version, offer, onMove: () => offered !== null && moving.onMove(offered) }
  return (
    <>
      {offered !== null && (isStopped(view) ? <StopNotice {...props} /> : <OfferNotice key={offered} {...props} />)}
      {earlier !== null && run.move && (
        <MovedNotice key={`from ${earlier}`} run={run} move={run.move} playbook={playbook} diff={moved} onStay={moving.onStay} onSeen={moving.onSeen} />
      )}
    </>
  )
}
