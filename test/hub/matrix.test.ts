// Every route x every kind of caller, against a real hub. A route without a row or without a request fails here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Said } from '../../hub/client.ts'
import { type HubProcess, startHub } from '../../hub/testing/hub-process.ts'
import type { Role } from '../../lib/schema/member.ts'
import { type RouteName, routes } from '../../lib/schema/routes.ts'
import { freshDatabase } from '../database.ts'
import { type Caller, callerOf, newId } from './api.ts'
import { freshTeam, type TeamCallers } from './claims/under-test.ts'
import { content, flagOf, handover, imageOf, playbook, runWith } from './contents.ts'
import { type CallerName, callers, inviteAgain, matrix } from './matrix.ts'

interface Scene {
  team: TeamCallers
  escalationId: string
  revision: number
  handoverId: string
  deviceId: string
  playbook: { id: string; version: number; hash: string; title: string }
  invite: string
  flagId: string
  noteId: string
}
type Requests = { [N in RouteName]: (scene: Scene, caller: CallerName) => Said<N> }

const shot = imageOf('matrix')
const onEscalation = ({ escalationId }: Scene) => ({ params: { id: escalationId } })
const page = { name: 'Ticket', path: '/*', caseId: [], fields: [], reply: [] }
const stageSite = {
  name: 'Stage',
  origins: ['https://desk.example.com'],
  pages: [{ ...page, caseId: [{ from: 'title' as const }] }],
  verified: null,
}
const requests: Requests = {
  health: () => ({}),
  join: ({ invite }) => ({ request: { invite, name: 'Somebody', device: 'matrix' } }),
  session: () => ({}),
  leave: () => ({}),
  snapshot: () => ({}),
  feed: () => ({ request: { after: 0 } }),
  members: () => ({}),
  invite: () => ({ request: { role: 'agent' } }),
  revoke: ({ deviceId }) => ({ params: { id: deviceId }, request: {} }),
  escalate: () => ({ request: content() }),
  escalation: onEscalation,
  evidence: (scene) => ({ ...onEscalation(scene), request: {} }),
  evidenceKey: () => ({ request: {} }),
  amend: (scene) => ({ ...onEscalation(scene), request: { note: 'More', severity: null } }),
  withdraw: (scene) => ({ ...onEscalation(scene), request: { reason: 'Mistake' } }),
  answer: (scene) => ({ ...onEscalation(scene), request: { text: 'Yes' } }),
  see: (scene) => ({ ...onEscalation(scene), request: {} }),
  take: (scene) => ({ ...onEscalation(scene), request: { revision: scene.revision } }),
  ask: (scene) => ({ ...onEscalation(scene), request: { text: 'Which?' } }),
  rule: (scene) => ({ ...onEscalation(scene), request: { outcome: 'Yes', rationale: 'Because', revision: scene.revision } }),
  receipt: ({ playbook: { id, version } }) => ({ request: { playbookId: id, version, kind: 'seen' } }),
  run: ({ playbook: version }) => ({
    request: { id: newId(), caseKey: 'a:1', playbook: version, memberId: null, startedAt: 1, updatedAt: 1, closedAt: 2, outcome: null, steps: [] },
  }),
  caseRuns: onEscalation,
  handOver: ({ team }) => ({ request: handover(team.ids.agent2) }),
  takeHandover: ({ handoverId }) => ({ params: { id: handoverId }, request: {} }),
  returnHandover: ({ handoverId }) => ({ params: { id: handoverId }, request: { word: 'Not mine' } }),
  counts: () => ({ request: { counts: [{ day: '2026-11-20', kind: 'inserted', subject: 'ask-for-proof', count: 1 }] } }),
  usage: () => ({ request: { days: 30 } }),
  image: ({ escalationId }) => ({ request: { ...shot, of: escalationId } }),
  picture: ({ escalationId }) => ({ params: { hash: shot.hash }, request: { of: escalationId } }),
  publishPlaybook: (_, caller) => ({ params: { id: `by-${caller}` }, request: { markdown: playbook('By matrix'), note: '', base: null } }),
  playbookVersions: ({ playbook: { id } }) => ({ params: { id } }),
  readings: ({ playbook: { id } }) => ({ params: { id } }),
  flag: ({ playbook: version }) => ({ request: flagOf(version) }),
  answerFlag: ({ flagId }) => ({ params: { id: flagId }, request: { kind: 'looking', text: '', version: null } }),
  coach: ({ team, escalationId }) => ({ request: { memberId: team.ids.agent, escalationId, text: 'Well spotted' } }),
  heed: ({ noteId }) => ({ params: { noteId }, request: { text: 'Thanks' } }),
  publishSnippet: () => ({ params: { id: 'matrix' }, request: { title: 'Matrix', tags: [], body: 'Hello' } }),
  siteHealth: () => ({ params: { id: 'stage' }, request: { version: 1, page: 'Ticket', field: 'id', state: 'broken', since: 1, cases: 3 } }),
  publishSite: () => ({ params: { id: 'matrix' }, request: { name: 'Matrix', origins: ['https://desk.example.com'], pages: [page], verified: null } }),
  publishSynonyms: () => ({ request: { lists: [['chargeback', 'dispute']] } }),
  publishRedaction: () => ({ request: { email: false, phone: true, mask: [], keep: [] } }),
}

let hub: HubProcess
let other: TeamCallers
let revoked: Caller
beforeAll(async () => {
  hub = await startHub({ databaseUrl: await freshDatabase() })
  const gone = await freshTeam(hub)
  other = await freshTeam(hub)
  revoked = gone.lead
  await gone.lead.ok('leave')
})
afterAll(async () => {
  await hub.stop()
})

type Stage = { team: TeamCallers; playbook: Scene['playbook'] }
async function makeStage(): Promise<Stage> {
  const team = await freshTeam(hub)
  const published = await team.lead.ok('publishPlaybook', { params: { id: 'matrix' }, request: { markdown: playbook('Matrix'), note: '', base: null } })
  await team.lead.ok('publishSite', { params: { id: 'stage' }, request: stageSite })
  return { team, playbook: { id: published.id, version: published.version, hash: published.hash, title: 'Matrix' } }
}

async function makeScene({ team, playbook }: Stage): Promise<Scene> {
  const record = await team.agent.ok('escalate', { request: content({ run: runWith([shot]) }) })
  await team.agent.ok('image', { request: { ...shot, of: record.content.id } })
  const { code } = await team.lead.ok('invite', { request: { role: 'agent' } })
  const handed = await team.agent.ok('handOver', { request: handover(team.ids.agent2) })
  const flag = await team.agent.ok('flag', { request: flagOf(playbook) })
  const note = await team.lead.ok('coach', { request: { memberId: team.ids.agent, escalationId: null, text: 'Look twice' } })
  return {
    team,
    playbook,
    escalationId: record.content.id,
    revision: record.revision,
    deviceId: team.devices.agent2,
    invite: code,
    ...{ handoverId: handed.content.id, flagId: flag.content.id, noteId: note.content.id },
  }
}

function callerNamed(name: CallerName, { agent, lead, admin }: TeamCallers): Caller {
  return { none: callerOf(hub.url, null), revoked, other: other.admin, agent, lead, admin }[name]
}

describe('authorization', () => {
  it('every route has a row', () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(routes).sort())
  })

  it.each(Object.keys(matrix) as RouteName[])('%s answers each caller as its row says', async (name) => {
    const answers: Record<string, number> = {}
    let stage = await makeStage()
    for (const caller of callers) {
      const scene = await makeScene(stage)
      answers[caller] = (await callerNamed(caller, scene.team).raw(name, (requests[name] as Requests['health'])(scene, caller))).status
      if (name !== 'leave') continue
      stage = await makeStage()
      if (caller === 'other') other = await freshTeam(hub)
    }
    expect(answers).toEqual(matrix[name])
  })

  it.each(Object.keys(inviteAgain) as Role[])('an invite for a known %s answers each caller as its row says, whatever role it names', async (role) => {
    const { team } = await makeStage()
    const answers: Record<string, number> = {}
    for (const caller of callers) {
      const said = { request: { role: 'agent' as const, memberId: team.ids[role] } }
      answers[caller] = (await callerNamed(caller, team).raw('invite', said)).status
    }
    expect(answers).toEqual(inviteAgain[role])
  })

  it('what another team has and what is nowhere answer the same words', async () => {
    const scene = await makeScene(await makeStage())
    const foreign = await other.admin.raw('escalation', { params: { id: scene.escalationId } })
    expect(foreign).toEqual(await other.admin.raw('escalation', { params: { id: newId() } }))
    const again = (memberId: string) => other.admin.raw('invite', { request: { role: 'agent', memberId } })
    expect(await again(scene.team.ids.agent)).toEqual(await again(newId()))
  })
})
