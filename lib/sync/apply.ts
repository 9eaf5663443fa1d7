// One event of the feed, put where it belongs. Awaits nothing but the transaction.
import { forgetOthers } from '../db/handovers.ts'
import { storeNewer } from '../db/library.ts'
import { moveOpenRuns } from '../db/run-moves.ts'
import type { Tx } from '../db/schema.ts'
import { readSession } from '../db/session.ts'
import type { FeedEvent } from '../schema/feed.ts'
import type { Member } from '../schema/member.ts'
import { fileHandover, fileRecord, type Ledger } from './ledger.ts'

/** `hashes`: content hash by escalation id, made before the transaction. Answers the reader as of after the event. */
export async function applyEvent(tx: Tx, event: FeedEvent, reader: Member, hashes: ReadonlyMap<string, string>, ledger: Ledger): Promise<Member> {
  switch (event.type) {
    case 'playbook.published':
      if (await storeNewer(tx, 'playbooks', event.playbook)) ledger.moved.add('library')
      // Even when it was here already: the mark may not have been met by the run yet.
      if (await moveOpenRuns(tx, [event.playbook.id])) ledger.moved.add('runs')
      return reader
    case 'snippet.published':
      if (await storeNewer(tx, 'snippets', event.snippet)) ledger.moved.add('library')
      return reader
    case 'site.published':
      if (await storeNewer(tx, 'sites', event.site)) ledger.moved.add('sites')
      return reader
    case 'escalation.changed':
      await fileRecord(tx, event.escalation, reader, hashes.get(event.escalation.content.id) ?? '', ledger)
      return reader
    case 'escalation.summarized':
      await tx.objectStore('summaries').put(event.summary)
      ledger.moved.add('case')
      return reader
    case 'handover.changed':
      await fileHandover(tx, event.handover, reader, ledger)
      return reader
    case 'member.changed':
      await tx.objectStore('members').put(event.member)
      ledger.moved.add('team')
      return event.member.id === reader.id ? changeReader(tx, reader, event.member, ledger) : reader
  }
}

/** Own name or role changed: who may no longer read the inbox does not keep it. */
async function changeReader(tx: Tx, before: Member, after: Member, ledger: Ledger): Promise<Member> {
  const session = await readSession(tx)
  if (session) await tx.objectStore('meta').put({ ...session, member: after }, 'session')
  ledger.moved.add('session')
  if (after.role === 'agent') {
    await tx.objectStore('inbox').clear()
    await forgetOthers(tx, after.id)
    ledger.moved.add('inbox')
  } else if (before.role === 'agent') ledger.needsSnapshot = true
  return after
}
