// One escalation as an evidence file: gathered as the hub holds it, sealed, signed, written as a page. That one was made stands in the audit.
import { evidencePage } from '../../lib/domain/evidence-file/page.ts'
import { sealed } from '../../lib/domain/evidence-file/seal.ts'
import { imageHashes } from '../../lib/domain/proof.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import type { EvidenceContent, EvidencePicture, EvidencePlaybook } from '../../lib/schema/evidence-file.ts'
import type { ImageRef } from '../../lib/schema/proof.ts'
import { type Call, refOf, type Tx } from '../call.ts'
import { absent } from '../fault.ts'
import { publicKeyOf, sha256Of, signerOf } from '../signing.ts'
import { endingsOfCase } from './recording.ts'

const action = 'escalation.copied'

export async function evidence(call: Call<'evidence'>): Promise<{ html: string }> {
  await call.audit(call.actor.team.id, action, call.params.id)
  return { html: await evidenceHtml(call, call.now) }
}

/** As made at `at`. */
export async function evidenceHtml({ actor, params, tx }: Call<'evidence'>, at: number): Promise<string> {
  const teamId = actor.team.id
  const row = await tx
    .selectFrom('escalations')
    .select(['record', 'author_id', 'case_key'])
    .where('team_id', '=', teamId)
    .where('id', '=', params.id)
    .executeTakeFirst()
  if (!row) throw absent('escalation')
  const content: EvidenceContent = {
    made: { at, by: refOf(actor.member), team: actor.team },
    escalation: row.record,
    playbook: await pinnedPlaybook(tx, teamId, row.record),
    pictures: await picturesOf(tx, teamId, row.author_id, row.record),
    endings: (await endingsOfCase(tx, teamId, row.case_key)).toReversed(),
    copies: await copiesBefore(tx, teamId, params.id, at),
  }
  return evidencePage(sealed(content, sha256Of, await signerOf(tx, teamId, at)), sha256Of)
}

export async function evidenceKey({ actor, tx, now }: Call<'evidenceKey'>): Promise<{ key: string }> {
  return { key: await publicKeyOf(tx, actor.team.id, now) }
}

/** Only under the very hash that the run names: another text would be another playbook. */
async function pinnedPlaybook(tx: Tx, teamId: string, { content: { run } }: Escalation): Promise<EvidencePlaybook | null> {
  if (run === null) return null
  const { id, version, hash } = run.playbook
  const row = await tx
    .selectFrom('playbook_versions as p')
    .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'p.team_id').onRef('m.id', '=', 'p.published_by'))
    .select(['p.markdown', 'p.note', 'p.published_at', 'm.id as byId', 'm.name as byName'])
    .where('p.team_id', '=', teamId)
    .where('p.id', '=', id)
    .where('p.version', '=', version)
    .where('p.hash', '=', hash)
    .executeTakeFirst()
  if (!row) return null
  return { id, version, hash, markdown: row.markdown, note: row.note, publishedAt: row.published_at, publishedBy: { id: row.byId, name: row.byName } }
}

async function picturesOf(tx: Tx, teamId: string, authorId: string, { content }: Escalation): Promise<EvidencePicture[]> {
  const lines = content.run?.lines ?? []
  const hashes = [...imageHashes(lines)]
  if (hashes.length === 0) return []
  const named = new Map<string, ImageRef>(
    lines.flatMap(({ proofs = [] }) => proofs.flatMap((proof) => (proof.kind === 'screenshot' ? [[proof.image.hash, proof.image] as const] : []))),
  )
  const rows = await tx
    .selectFrom('images')
    .select(['hash', 'bytes', 'received_at'])
    .where('team_id', '=', teamId)
    .where('member_id', '=', authorId)
    .where('hash', 'in', hashes)
    .execute()
  const held = new Map(rows.map((row) => [row.hash, row]))
  return hashes.flatMap((hash) => {
    const [image, row] = [named.get(hash), held.get(hash)]
    if (!image) return []
    return [{ ...image, receivedAt: row?.received_at ?? null, ...(row ? { base64: row.bytes.toString('base64') } : {}) }]
  })
}

async function copiesBefore(tx: Tx, teamId: string, id: string, at: number): Promise<EvidenceContent['copies']> {
  const rows = await tx
    .selectFrom('audit as a')
    .innerJoin('members as m', (join) => join.onRef('m.team_id', '=', 'a.team_id').onRef('m.id', '=', 'a.actor_id'))
    .select(['a.at', 'm.id', 'm.name'])
    .where('a.team_id', '=', teamId)
    .where('a.target', '=', id)
    .where('a.action', '=', action)
    .where('a.at', '<', at)
    .orderBy('a.id')
    .execute()
  return rows.map(({ at, id, name }) => ({ at, by: { id, name } }))
}
