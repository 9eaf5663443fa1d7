// A hub in memory with the real rules: tokens, idempotent commands, one ordered log with audiences, snapshots. Speaks `fetch`.
import { canonicalJson } from '../../lib/domain/canonical-json.ts'
import { changeEscalation, type EscalationChange, EscalationFault, receiveEscalation, summaryOf } from '../../lib/domain/escalation.ts'
import { withEscalations } from '../../lib/domain/handed-escalations.ts'
import { HandoverFault, receiveHandover, refuseHandover, type Settling, settleHandover } from '../../lib/domain/handover.ts'
import type { Escalation, EscalationContent } from '../../lib/schema/escalation.ts'
import type { FeedEvent, FeedPage, Snapshot } from '../../lib/schema/feed.ts'
import type { Handover, HandoverContent } from '../../lib/schema/handover.ts'
import type { Member } from '../../lib/schema/member.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { type RouteName, routes } from '../../lib/schema/routes.ts'
import { id, playbookOf, start, team } from '../db/sample.ts'

type Draft = FeedEvent extends infer E ? (E extends FeedEvent ? Omit<E, 'seq' | 'at'> : never) : never
interface Logged {
  event: FeedEvent
  audience: (member: Member) => boolean
}
interface Call {
  name: RouteName
  params: Record<string, string>
  request: never
  member: Member
  key: string
}

const status = { invalid: 422, forbidden: 403, conflict: 409, unavailable: 503, bug: 500 } as const
const isLead = (member: Member) => member.role !== 'agent'
const everybody = () => true

export class MemoryHub {
  readonly members: Member[]
  readonly tokens = new Map<string, Member>()
  readonly escalations = new Map<string, Escalation>()
  readonly handovers = new Map<string, Handover>()
  /** By what names them and hash. */
  readonly pictures = new Map<string, unknown>()
  /** What `playbookVersions` answers. */
  versions: PlaybookVersion[] = []
  readonly log: Logged[] = []
  /** Invites for a known member by code, whatever name is typed. Each works once; "GOOD" works always, for the member of the typed name. */
  readonly invites = new Map<string, Member>()
  /** Requests that got as far as the hub, by route name. */
  readonly heard: string[] = []
  /** Routes that answer that they will never do it. */
  readonly refused = new Set<RouteName>()
  /** The log before this sequence is gone. */
  floor = 0
  private readonly answers = new Map<string, { said: string; answer: unknown }>()

  constructor(members: Member[]) {
    this.members = members
    for (const member of members) this.tokens.set(`token-${member.name.toLowerCase()}`, member)
  }

  fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const found = find(request.method, url.pathname)
    if (!found) return reply(404, { error: { code: 'invalid', message: 'No such route.' } })
    this.heard.push(found.name)
    const text = await request.text()
    const body = text ? JSON.parse(text) : Object.fromEntries(url.searchParams)
    const member = this.tokens.get((request.headers.get('authorization') ?? '').replace('Bearer ', ''))
    if (found.name === 'join') return this.join(body)
    if (!member) return reply(401, { error: { code: 'forbidden', message: 'This device is signed out.' } })
    return this.answerOnce({ ...found, request: body as never, member, key: request.headers.get('idempotency-key') ?? '' })
  }

  /** As the console of a lead would. */
  change(escalationId: string, change: Record<string, unknown> & { kind: string; by: Member }): Escalation {
    const by = { id: change.by.id, name: change.by.name }
    const next = changeEscalation(this.escalations.get(escalationId)!, { entryId: id(this.log.length, 0xe), at: start, ...change, by } as EscalationChange)
    return this.store(next)
  }

  /** As a hub restored from a backup: it knows the escalations, but not which command made them. */
  forgetAnswers(): void {
    this.answers.clear()
  }

  publish(event: Draft, audience: (member: Member) => boolean = everybody): void {
    this.log.push({ event: { ...event, seq: this.log.length + 1, at: start } as FeedEvent, audience })
  }

  page(member: Member, after: number, limit = 1000): FeedPage {
    const part = this.log.slice(after, after + limit)
    return { from: after, upto: after + part.length, events: part.filter(({ audience }) => audience(member)).map(({ event }) => event) }
  }

  private answerOnce(call: Call): Response {
    if (!routes[call.name].command) return this.guarded(() => this.answer(call))
    const said = canonicalJson([call.name, call.params, call.request, call.member.id])
    // As the real hub: a key is its member's.
    const key = `${call.member.id} ${call.key}`
    const known = this.answers.get(key)
    if (known && known.said !== said) return reply(409, { error: { code: 'conflict', message: 'This id was used for something else.' } })
    if (known) return reply(200, known.answer)
    return this.guarded(() => {
      const answer = this.answer(call)
      this.answers.set(key, { said, answer })
      return answer
    })
  }

  private guarded(work: () => unknown): Response {
    try {
      return reply(200, work())
    } catch (fault) {
      if (!(fault instanceof EscalationFault || fault instanceof HandoverFault)) throw fault
      return reply(fault.message === 'gone' ? 410 : status[fault.code], { error: { code: fault.code, message: fault.message } })
    }
  }

  private answer({ name, params, request, member, key }: Call): unknown {
    const said = request as Record<string, never>
    if (this.refused.has(name)) throw new EscalationFault('invalid', 'The hub does not take this.')
    switch (name) {
      case 'snapshot':
        return this.snapshot(member)
      case 'feed':
        if (Number(said.after) < this.floor) throw new EscalationFault('invalid', 'gone')
        return this.page(member, Number(said.after), Number(said.limit))
      case 'escalate':
        return this.receive(request, member)
      case 'escalation':
        return this.own(params.id!, member)
      case 'amend':
      case 'withdraw':
      case 'answer':
      case 'see':
        this.own(params.id!, member)
        return this.change(params.id!, { ...said, kind: name, by: member, entryId: key })
      case 'handOver':
        return this.handOver(request, member)
      case 'takeHandover':
        return this.settle(params.id!, { kind: 'take', by: { id: member.id, name: member.name }, at: start })
      case 'returnHandover':
        return this.settle(params.id!, { kind: 'return', by: { id: member.id, name: member.name }, at: start, word: said.word ?? '' })
      case 'image':
        this.pictures.set(`${said.of} ${said.hash}`, { type: said.type, base64: said.base64 })
        return {}
      case 'picture':
        return this.picture(`${said.of} ${params.hash}`)
      case 'playbookVersions':
        return { versions: this.versions.filter((version) => version.id === params.id) }
      default:
        return {}
    }
  }

  private picture(named: string): unknown {
    if (!this.pictures.has(named)) throw new EscalationFault('invalid', 'There is no such picture.')
    return this.pictures.get(named)
  }

  private own(escalationId: string, member: Member): Escalation {
    const record = this.escalations.get(escalationId)
    if (!record || (record.by.id !== member.id && !isLead(member))) throw new EscalationFault('forbidden', 'No such escalation.')
    return record
  }

  private receive(content: EscalationContent, { id, name }: Member): Escalation {
    if (this.escalations.has(content.id)) throw new EscalationFault('conflict', 'This id exists.')
    if (content.note === 'refuse me') throw new EscalationFault('invalid', 'The queue does not exist.')
    return this.store(receiveEscalation(content, { id, name }, this.escalations.size + 1, start))
  }

  private store(escalation: Escalation): Escalation {
    this.escalations.set(escalation.content.id, escalation)
    this.publish({ type: 'escalation.changed', escalation }, (member) => isLead(member) || member.id === escalation.by.id)
    this.publish({ type: 'escalation.summarized', summary: summaryOf(escalation) })
    return escalation
  }

  private handOver(content: HandoverContent, { id, name }: Member): Handover {
    const to = this.members.find((member) => member.id === content.to)
    const [from, colleague] = [{ id, name }, to ? { id: to.id, name: to.name } : null]
    refuseHandover(content, from, colleague)
    return this.keep(receiveHandover(content, from, colleague, start))
  }

  private settle(handoverId: string, settling: Settling): Handover {
    const before = this.handovers.get(handoverId)!
    const after = settleHandover(before, settling)
    return after === before ? before : this.keep(after)
  }

  private keep(stored: Handover): Handover {
    this.handovers.set(stored.content.id, stored)
    const taken = [...this.handovers.values()].filter(({ status }) => status === 'taken')
    const passages = taken.map(({ from, to, content, settledAt }) => ({ fromId: from.id, toId: to.id, caseKey: content.case.key, at: settledAt! }))
    const handover = withEscalations(stored, [...this.escalations.values()], passages)
    this.publish({ type: 'handover.changed', handover }, (member) => isLead(member) || [handover.from.id, handover.to.id].includes(member.id))
    return handover
  }

  private snapshot(member: Member): Snapshot {
    const records = [...this.escalations.values()]
    const isOpen = ({ status }: Escalation) => status !== 'ruled' && status !== 'withdrawn'
    const escalations = records.filter((record) => (isLead(member) ? isOpen(record) : record.by.id === member.id))
    const library = { playbooks: [playbookOf('refund', 1)], snippets: [], sites: [] }
    return {
      cursor: this.log.length,
      team,
      member,
      members: this.members,
      ...library,
      escalations,
      summaries: records.map(summaryOf),
      handovers: this.handoversOf(member),
    }
  }

  private handoversOf(member: Member): Handover[] {
    return [...this.handovers.values()].filter(({ from, to }) => [from.id, to.id].includes(member.id))
  }

  private join({ invite, name }: { invite: string; name: string }): Response {
    const known = this.invites.get(invite)
    const member = known ?? (invite === 'GOOD' ? this.members.find((other) => other.name === name) : undefined)
    if (!member) return reply(403, { error: { code: 'forbidden', message: 'This invite was used or is too old.' } })
    this.invites.delete(invite)
    const token = known ? `token-of-${invite.toLowerCase()}` : `token-${name.toLowerCase()}`
    this.tokens.set(token, member)
    return reply(200, { member, team, deviceId: id(this.tokens.size, 0xc), token })
  }
}

function find(method: string, path: string): { name: RouteName; params: Record<string, string> } | null {
  for (const [name, route] of Object.entries(routes)) {
    const match = new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
    if (match && route.method === method) return { name: name as RouteName, params: { ...match.groups } }
  }
  return null
}

function reply(code: number, body: unknown): Response {
  return Response.json(body, { status: code })
}
