// One command, one call: what the hub made of it, or a `HubFailure`.
import { subjectOf } from '../db/due.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { Escalation } from '../schema/escalation.ts'
import { Handover } from '../schema/handover.ts'
import type { OutboxRow } from '../schema/outbox.ts'
import type { Image } from '../schema/proof.ts'
import type { RouteParams, RouteRequest } from '../schema/routes.ts'
import { callHub, type Hub } from './hub-client.ts'
import { HubFailure } from './hub-failure.ts'

/** The hub's record where the command is about an escalation or hands a case over, else null. */
export interface Receipt {
  escalation: Escalation | null
  handover: Handover | null
}

/** `imageOf` finds the picture that a row only names. */
export async function sendRow(hub: Hub, row: OutboxRow, imageOf: (hash: string) => Promise<Image | null>): Promise<Receipt> {
  try {
    const answer = await callHub(hub, row.route, {
      params: row.params as RouteParams<typeof row.route>,
      request: (row.route === 'image' ? await withBytes(row.body, imageOf) : row.body) as RouteRequest<typeof row.route>,
      key: row.id,
    })
    if (row.route === 'handOver') return { escalation: null, handover: handoverOf(answer, row.id) }
    const subject = subjectOf(row)
    return { escalation: subject === null ? null : recordOf(answer, subject), handover: null }
  } catch (failure) {
    if (row.route === 'escalate' && failure instanceof HubFailure && failure.status === 409)
      return { escalation: await findOwn(hub, row, failure), handover: null }
    throw failure
  }
}

async function withBytes(body: unknown, imageOf: (hash: string) => Promise<Image | null>): Promise<RouteRequest<'image'>> {
  const { of, hash } = body as { of: string; hash: string }
  const image = await imageOf(hash)
  if (!image) throw new HubFailure('refused', 0, 'invalid', 'A picture is not on this device any more. What names it was sent without it; tell your lead.')
  const { type, width, height, base64 } = image
  return { of, hash, type, width, height, base64 }
}

/** An answer about another escalation is no receipt for this one. */
function recordOf(answer: unknown, id: string): Escalation {
  const record = Escalation.safeParse(answer)
  if (record.success && record.data.content.id === id) return record.data
  throw aboutElse()
}

function handoverOf(answer: unknown, id: string): Handover {
  const record = Handover.safeParse(answer)
  if (record.success && record.data.content.id === id) return record.data
  throw aboutElse()
}

const aboutElse = () => new HubFailure('later', 200, 'unavailable', 'The hub answered about something else.')

/** "That id exists": if what exists says the same, an earlier attempt arrived. */
async function findOwn(hub: Hub, row: OutboxRow, conflict: HubFailure): Promise<Escalation> {
  try {
    const record = recordOf(await callHub(hub, 'escalation', { params: { id: row.id }, request: {} }), row.id)
    if (canonicalJson(record.content) === canonicalJson(row.body)) return record
  } catch (failure) {
    if (!(failure instanceof HubFailure) || failure.kind !== 'refused') throw failure
  }
  throw conflict
}
