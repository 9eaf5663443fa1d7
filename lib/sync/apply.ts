// One event of the feed, put where it belongs. Awaits nothing but the transaction.
import { dropNotes, storeNote } from '../db/coaching.ts'
import { forgetOthers } from '../db/handovers.ts'
import { storeNewer } from '../db/library.ts'
import { storeReceipt } from '../db/receipts.ts'
import { dropReceivedFlags, storeFlag } from '../db/received-flags.ts'
import { storeRedaction } from '../db/redaction.ts'
import { moveOpenRuns } from '../db/run-moves.ts'
import type { Tx } from '../db/schema.ts'
import { readSession } from '../db/session.ts'
import { storeFault, storeFaults } from '../db/site-health.ts'
import { storeSynonyms } from '../db/synonyms.ts'
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
    case 'synonyms.published':
      if (await storeSynonyms(tx, event.synonyms)) ledger.moved.add('library')
      return reader
    case 'redaction.published':
      await storeRedaction(tx, event.redaction)
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
    case 'site.faulted':
      await storeFault(tx, event.fault)
      ledger.moved.add('sites')
      return reader
    case 'receipt.recorded':
      if (event.receipt.memberId === reader.id && (await storeReceipt(tx, event.receipt))) ledger.moved.add('runs')
      ledger.moved.add('news')
      return reader
    case 'flag.changed':
      if (await storeFlag(tx, event.flag)) ledger.moved.add('news')
      return reader
    case 'coaching.changed':
      if (await storeNote(tx, event.note)) ledger.moved.add('news')
      return reader
  }
}

/** Own name or role changed: who may no longer read the inbox does not keep it. */
async function changeReader(tx: Tx, before: Member, after: Member, ledger: Ledger): Promise<Member> {
  const session = await readSession(tx)
  if (session) await tx.objectStore('meta').put({ ...session, member: after }, 'session')
  ledger.moved.add('session')
  if (after.role === 'agent') {
    await tx.objectStore('inbox').clear()
    await storeFaults(tx, [])
    await dropReceivedFlags(tx, ({ by }) => by.id === after.id)
    await dropNotes(tx, ({ content }) => content.to.id === after.id)
    ledger.moved.add('inbox').add('news')
    await forgetOthers(tx, after.id)
  } else if (before.role === 'agent') ledger.needsSnapshot = true
  return after
}
