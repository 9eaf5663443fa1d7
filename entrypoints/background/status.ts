// One glance: is all that was saved also delivered? Works when the database does not.
import { listMembers } from '../../lib/db/members.ts'
import { MigrationFailed, NewerDatabase } from '../../lib/db/open.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { listPassedOver } from '../../lib/db/passed-over.ts'
import { getSession } from '../../lib/db/session.ts'
import type { Member, Session } from '../../lib/schema/member.ts'
import type { OutboxRow } from '../../lib/schema/outbox.ts'
import type { StatusView } from '../../lib/schema/views.ts'
import { readConnection } from './connection.ts'
import type { Worker } from './worker.ts'

export async function statusOf(worker: Worker): Promise<StatusView> {
  const { browser, database, live, highWater } = worker
  const [lost, known] = await Promise.all([highWater.lost(), readConnection(browser.storage.session)])
  const base = { heardAt: live.heardAt() ?? known.heardAt, lost }
  try {
    const [session, rows, members, passedOver] = await database.use((db) => Promise.all([getSession(db), listOutbox(db), listMembers(db), listPassedOver(db)]))
    const { own, others } = byMember(rows, session?.member.id ?? null, members)
    const refused = own.filter(({ state }) => state === 'refused')
    const hub = hubState(session, live.state() === 'stopped' ? known.state : live.state())
    const problem = lost.length > 0 ? lostSentence(lost.length) : (refused[0]?.problem ?? null)
    return { ...base, hub, queued: own.length - refused.length, refused: refused.length, others, database: 'ok', needsUpdate: passedOver.length > 0, problem }
  } catch (error) {
    const isNewer = error instanceof NewerDatabase
    const problem =
      isNewer || error instanceof MigrationFailed ? error.message : 'The data on this device cannot be opened. Nothing was deleted. Restart the browser.'
    return { ...base, hub: 'none', queued: 0, refused: 0, database: isNewer ? 'newer' : 'failed', problem }
  }
}

function byMember(rows: OutboxRow[], memberId: string | null, members: Member[]) {
  const isOwn = (row: OutboxRow) => row.memberId === null || row.memberId === memberId
  const foreign = Map.groupBy(
    rows.filter((row) => !isOwn(row)),
    (row) => row.memberId,
  )
  const others = [...foreign].map(([id, theirs]) => ({ name: members.find((member) => member.id === id)?.name ?? null, count: theirs.length }))
  return { own: rows.filter(isOwn), others }
}

function hubState(session: Session | null, state: 'stopped' | 'connecting' | 'connected' | 'unreachable' | 'revoked'): StatusView['hub'] {
  if (!session) return 'none'
  if (session.state !== 'active') return session.state
  return state === 'stopped' ? 'connecting' : state
}

const lostSentence = (count: number) =>
  `The browser's storage was damaged and lost ${count} saved ${count === 1 ? 'item' : 'items'} that had not been sent. Ask your lead whether they arrived, and escalate again if not.`
