// Route name -> handler. A route of the contract that is missing here does not compile.
import { sql } from 'kysely'
import type { Handlers } from '../call.ts'
import { amend, answer, ask, escalate, escalation, rule, see, take, withdraw } from './escalations.ts'
import { playbookVersions, publishPlaybook, publishSite, publishSnippet } from './library.ts'
import { invite, join, leave, members, revoke, session } from './membership.ts'
import { feed, snapshot } from './reading.ts'
import { receipt, run } from './recording.ts'
import { publishSynonyms } from './synonyms.ts'

export const handlers: Handlers = {
  health: async ({ tx }) => {
    await sql`select 1`.execute(tx)
    return { ok: true }
  },
  join,
  session,
  leave,
  snapshot,
  feed,
  members,
  invite,
  revoke,
  escalate,
  escalation,
  amend,
  withdraw,
  answer,
  see,
  take,
  ask,
  rule,
  receipt,
  run,
  publishPlaybook,
  playbookVersions,
  publishSnippet,
  publishSite,
  publishSynonyms,
}
