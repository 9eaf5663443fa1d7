// Callers of a hub under measurement: agents with a device each, and what such an agent hands over.
import { randomBytes } from 'node:crypto'
import { createClient } from '../hub/client.ts'
import { seedTeam } from '../hub/seed.ts'
import type { HubProcess } from '../hub/testing/hub-process.ts'
import { makeAdminInvite } from '../hub/testing/make-team.ts'
import { uuidv7 } from '../lib/domain/uuid.ts'
import type { EscalationContent } from '../lib/schema/escalation.ts'

const means = { fetch, now: Date.now, random: randomBytes }

export interface BenchTeam {
  /** One per agent. */
  tokens: string[]
  cursor: number
}

export async function joinAgents(hub: HubProcess, count: number): Promise<BenchTeam> {
  const adminInvite = await makeAdminInvite(hub.databaseUrl, 'Bench')
  const members = Array.from({ length: count }, (_, at) => ({ name: `Agent ${at + 1}`, role: 'agent' as const }))
  const joined = await seedTeam({ hubUrl: hub.url, adminInvite, playbooksDir: null, members }, means)
  const tokens = members.map(({ name }) => joined[name]!.token)
  const { cursor } = await callerOf(hub, tokens[0]!)('snapshot')
  return { tokens, cursor }
}

export const callerOf = (hub: HubProcess, token: string) => createClient({ hubUrl: hub.url, token, ...means })

/** About as long as one from the demo desk without a run. */
export function escalationContent(): EscalationContent {
  const now = Date.now()
  const id = uuidv7(now, randomBytes(10))
  const names = ['category', 'order', 'amount', 'requester', 'seller', 'status']
  return {
    id,
    case: {
      key: `demo-desk:${id}`,
      siteId: 'demo-desk',
      caseId: id,
      url: `http://127.0.0.1:4310/tickets/${id}`,
      title: 'Handbag from the Sunday auction does not look right',
      fields: names.map((name) => ({ name: `case.${name}`, label: name, value: `the ${name} of this case` })),
      selection: 'The stitching is wrong and the serial tag is missing. '.repeat(8),
      access: 'profile',
      capturedAt: now,
    },
    queue: 'leads',
    severity: 'S3',
    note: 'Third report about this seller this month. '.repeat(4),
    run: null,
    maskedCount: 0,
    missing: [],
    via: 'panel',
    createdAt: now,
  }
}
