// What every claim of the contract suite gets: a hub, its database, and teams to try it with.
import type { HubProcess } from '../../../hub/testing/hub-process.ts'
import { makeTeam } from '../../../hub/testing/make-team.ts'
import { type Caller, callerOf } from '../api.ts'

export interface UnderTest {
  hub: HubProcess
  /** Another instance on the same database, where there can be one. */
  twin: HubProcess | null
}
export type GetUnderTest = () => UnderTest

export interface TeamCallers {
  admin: Caller
  lead: Caller
  agent: Caller
  agent2: Caller
  ids: Record<'admin' | 'lead' | 'agent' | 'agent2', string>
  devices: Record<'admin' | 'lead' | 'agent' | 'agent2', string>
}

export async function freshTeam({ url, databaseUrl }: HubProcess): Promise<TeamCallers> {
  const { admin, lead, agent, agent2 } = await makeTeam({ url, databaseUrl })
  return {
    admin: callerOf(url, admin.token),
    lead: callerOf(url, lead.token),
    agent: callerOf(url, agent.token),
    agent2: callerOf(url, agent2.token),
    ids: { admin: admin.member.id, lead: lead.member.id, agent: agent.member.id, agent2: agent2.member.id },
    devices: { admin: admin.deviceId, lead: lead.deviceId, agent: agent.deviceId, agent2: agent2.deviceId },
  }
}
