// Claims about evidence files: made for leads only, of all that the hub holds, signed by one key of the team, and noted.
import { beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../hub/database/pool.ts'
import { isSigned, sha256Of } from '../../../hub/signing.ts'
import { fileIn } from '../../../lib/domain/evidence-file/embed.ts'
import { verifyEvidence } from '../../../lib/domain/evidence-file/verify.ts'
import { callerOf, newId } from '../api.ts'
import { content, imageOf, playbook, runWith } from '../contents.ts'
import { freshTeam, type GetUnderTest, type TeamCallers } from './under-test.ts'

export function evidenceClaims(get: GetUnderTest): void {
  describe('an evidence file', () => {
    const shot = imageOf('evidence')
    let team: TeamCallers
    let id: string
    beforeAll(async () => {
      team = await freshTeam(get().hub)
      const published = await team.lead.ok('publishPlaybook', {
        params: { id: 'counterfeit' },
        request: { markdown: playbook('Counterfeit'), note: '', base: null },
      })
      const run = runWith([shot, imageOf('late')])
      const sent = content({ run: { ...run, playbook: { ...run.playbook, version: 1, hash: published.hash } } })
      id = (await team.agent.ok('escalate', { request: sent })).content.id
      await team.agent.ok('image', { request: { ...shot, of: id } })
      await team.lead.ok('ask', { params: { id }, request: { text: 'Which listing?' } })
      await team.agent.ok('answer', { params: { id }, request: { text: 'The second' } })
      const { revision } = await team.lead.ok('take', { params: { id }, request: { revision: 3 } })
      await team.lead.ok('rule', { params: { id }, request: { outcome: 'Remove listing', rationale: 'A replica', revision } })
    })
    const make = async (key = newId()) => (await team.lead.ok('evidence', { params: { id }, request: {}, key })).html
    const checked = (html: string, key?: string) => verifyEvidence(html, { sha256: sha256Of, isSigned, ...(key === undefined ? {} : { key }) })

    it('holds the case, the playbook that was pinned, the pictures that arrived, the thread and the ruling, and is intact', async () => {
      const html = await make()
      const { key } = await team.lead.ok('evidenceKey', { request: {} })
      expect(checked(html, key)).toMatchObject({ verdict: 'intact', of: { number: 1, madeBy: 'Lena Lead' }, page: 'intact' })
      const { content: told, log } = fileIn(html)
      expect(told.escalation).toEqual(await team.lead.ok('escalation', { params: { id } }))
      expect(told.playbook).toMatchObject({ version: 1, markdown: expect.stringContaining('Compare the photos'), publishedBy: { name: 'Lena Lead' } })
      expect(told.pictures.map(({ base64, receivedAt }) => [base64, receivedAt !== null])).toEqual([
        [shot.base64, true],
        [undefined, false],
      ])
      const kinds = log.map(({ kind }) => kind).filter((kind) => kind !== 'proof')
      expect(kinds).toEqual(['run-started', 'step', 'escalated', 'received', 'picture', 'question', 'answer', 'ruling', 'made'])
    })

    it('is not for agents, not even the author', async () => {
      for (const name of ['evidence', 'evidenceKey'] as const)
        expect((await team.agent.raw(name, { params: { id }, request: {} } as Parameters<typeof team.agent.raw>[1])).status).toBe(403)
    })

    it('stands in the audit, and the next one says that it was made', async () => {
      const before = fileIn(await make()).content
      const after = fileIn(await make()).content
      expect(after.copies.length).toBe(before.copies.length + 1)
      expect(after.copies.at(-1)).toEqual({ at: before.made.at, by: before.made.by })
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      const { rows } = await pool.query("select count(*)::int as lines from audit where action = 'escalation.copied' and target = $1", [id])
      await db.destroy()
      expect(rows).toEqual([{ lines: after.copies.length + 1 }])
    })

    it('asked for again under the same key is the same, is noted once and is not kept', async () => {
      const key = newId()
      const first = await make(key)
      const twin = get().twin
      const again = twin ? await callerOf(twin.url, team.lead.token).ok('evidence', { params: { id }, request: {}, key }) : { html: await make(key) }
      expect(again.html).toBe(first)
      expect(fileIn(await make()).content.copies.filter(({ at }) => at === fileIn(first).content.made.at)).toHaveLength(1)
      const { pool, db } = openPool(get().hub.databaseUrl, () => undefined)
      const { rows } = await pool.query<{ reply: string }>('select reply from commands where key = $1', [key])
      await db.destroy()
      expect(Object.keys(JSON.parse(rows[0]!.reply))).toEqual(['at'])
    })

    it('is signed with one key of its team, whichever instance makes it and however many ask at once', async () => {
      const fresh = await freshTeam(get().hub)
      const instances = [get().hub, get().twin ?? get().hub]
      const asked = instances.flatMap(({ url }) => [fresh.lead, fresh.admin].map(({ token }) => callerOf(url, token).ok('evidenceKey', { request: {} })))
      const keys = new Set((await Promise.all(asked)).map(({ key }) => key))
      expect(keys.size).toBe(1)
      expect(keys.has((await team.lead.ok('evidenceKey', { request: {} })).key)).toBe(false)
      const file = fileIn(await make())
      expect(keys.has(file.signature.key)).toBe(false)
    })

    it('holds no playbook where the run names another text than the hub has', async () => {
      const other = (await team.agent.ok('escalate', { request: content({ run: runWith([]) }) })).content.id
      const { html } = await team.lead.ok('evidence', { params: { id: other }, request: {} })
      expect(fileIn(html).content.playbook).toBeNull()
      expect(checked(html).verdict).toBe('intact')
      expect(html).toContain('the hub does not hold this version under this hash')
    })
  })
}
