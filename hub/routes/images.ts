// Pictures taken as evidence: taken in only from who made the escalation, the run or the hand-over that names them, shown only to who may read it.
import { createHash } from 'node:crypto'
import { fromBase64, toBase64 } from '../../lib/domain/base64.ts'
import { imageHashes } from '../../lib/domain/proof.ts'
import type { ImageType } from '../../lib/schema/proof.ts'
import type { StepRecord } from '../../lib/schema/run.ts'
import { type Actor, type Call, isLead, type Tx } from '../call.ts'
import { absent, forbidden, invalid } from '../fault.ts'
import { findHandover } from '../handovers.ts'

export async function image({ actor, request, tx, now }: Call<'image'>) {
  const { of, hash, type, width, height, base64 } = request
  const { memberId, names } = await subject(tx, actor, of)
  if (memberId !== actor.member.id) throw forbidden('This picture belongs to what another member sent. Nothing was stored.')
  if (!names.has(hash)) throw invalid('What was sent does not name this picture. Nothing was stored.')
  const bytes = bytesOf(base64)
  if (createHash('sha256').update(bytes).digest('hex') !== hash || typeOf(bytes) !== type)
    throw invalid('This picture is not the one that was named. Nothing was stored.')
  const row = { team_id: actor.team.id, member_id: actor.member.id, hash, type, width, height, bytes, received_at: now }
  await tx
    .insertInto('images')
    .values(row)
    .onConflict((clash) => clash.doNothing())
    .execute()
  return {}
}

export async function picture({ actor, params, request, tx }: Call<'picture'>) {
  const { memberId, names } = await subject(tx, actor, request.of)
  if (!names.has(params.hash)) throw absent('picture')
  const found = await tx
    .selectFrom('images')
    .select(['type', 'bytes'])
    .where('team_id', '=', actor.team.id)
    .where('member_id', '=', memberId)
    .where('hash', '=', params.hash)
    .executeTakeFirst()
  if (!found) throw absent('picture')
  return { type: found.type, base64: toBase64(found.bytes) }
}

/** Whose escalation, run or hand-over this is, and the pictures that it names. Refuses who may not read it as if it were not there. */
async function subject(tx: Tx, { team, member }: Actor, id: string): Promise<{ memberId: string; names: Set<string> }> {
  const escalation = await tx.selectFrom('escalations').select(['author_id', 'record']).where('team_id', '=', team.id).where('id', '=', id).executeTakeFirst()
  const run = escalation
    ? null
    : await tx.selectFrom('runs').select(['member_id', 'record']).where('team_id', '=', team.id).where('id', '=', id).executeTakeFirst()
  const handover = escalation || run ? null : await findHandover(tx, team.id, id)
  const memberId = escalation?.author_id ?? run?.member_id ?? handover?.from.id
  const isTaker = handover?.to.id === member.id && (handover.status === 'open' || handover.status === 'taken')
  const isReader = memberId === member.id || isTaker || isLead(member)
  if (memberId === undefined || !isReader) throw absent('escalation, run or hand-over')
  const handed = handover?.content.runs.flatMap(({ steps }) => steps)
  const records: Pick<StepRecord, 'proofs'>[] = escalation?.record.content.run?.lines ?? run?.record.steps ?? handed ?? []
  return { memberId, names: imageHashes(records) }
}

function bytesOf(base64: string): Buffer {
  try {
    return Buffer.from(fromBase64(base64))
  } catch {
    throw invalid('This picture cannot be read. Nothing was stored.')
  }
}

/** By its first bytes, whatever it is called: nothing else than a picture is kept here. */
function typeOf(bytes: Buffer): ImageType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? 'image/webp' : null
}
