// Route name -> handler. A route of the contract that is missing here does not compile.
import { sql } from 'kysely'
import type { Handlers } from '../call.ts'
import { coach, heed } from './coaching.ts'
import { counts, usage } from './counting.ts'
import { amend, answer, ask, escalate, escalation, rule, see, take, withdraw } from './escalations.ts'
import { evidence, evidenceKey } from './evidence.ts'
import { answerFlag, flag } from './flags.ts'
import { handOver, returnHandover, takeHandover } from './handovers.ts'
import { image, picture } from './images.ts'
import { playbookVersions, publishPlaybook, publishSite, publishSnippet } from './library.ts'
import { invite, join, leave, members, revoke, session } from './membership.ts'
import { feed, snapshot } from './reading.ts'
import { readings, receipt } from './readings.ts'
import { caseRuns, run } from './recording.ts'
import { publishRedaction } from './redaction.ts'
import { siteHealth } from './site-health.ts'
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
  evidence,
  evidenceKey,
  amend,
  withdraw,
  answer,
  see,
  take,
  ask,
  rule,
  receipt,
  run,
  caseRuns,
  handOver,
  takeHandover,
  returnHandover,
  counts,
  usage,
  image,
  picture,
  publishPlaybook,
  playbookVersions,
  readings,
  flag,
  answerFlag,
  coach,
  heed,
  publishSnippet,
  publishSite,
  siteHealth,
  publishSynonyms,
  publishRedaction,
}
