import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type MigrationName, migrate } from '../../hub/database/migrate.ts'
import { openPool } from '../../hub/database/pool.ts'
import { inviteHash, newToken, sha256 } from '../../hub/secrets.ts'
import { startHub } from '../../hub/testing/hub-process.ts'
import { receiveEscalation } from '../../lib/domain/escalation.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { freshDatabase } from '../database.ts'
import { callerOf, newId } from './api.ts'
import { content, handover, imageOf, playbook, runWith } from './contents.ts'

/** The hub of today on a team of before, and its one lead, who has just joined. */
async function leadOfOldTeam(until: MigrationName) {
  const databaseUrl = await freshDatabase()
  const { pool, db } = openPool(databaseUrl, () => undefined)
  await migrate(db, until)
  const [teamId, now, code] = [newId(), Date.now(), 'AAAA-BBBB-CCCC-DDDD']
  await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
  await pool.query('insert into invites (team_id, code_hash, role, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
    ...[teamId, inviteHash(code), 'lead', now, now + 60_000],
  ])
  const hub = await startHub({ databaseUrl })
  const { token } = await callerOf(hub.url, null).ok('join', { request: { invite: code, name: 'New Lead', device: 'test' } })
  return { pool, db, hub, lead: callerOf(hub.url, token) }
}

describe('migrations', () => {
  it('an invite made before 0002-invite-again still brings somebody new', async () => {
    const databaseUrl = await freshDatabase()
    const { pool, db } = openPool(databaseUrl, () => undefined)
    await migrate(db, '0001-first')
    const [teamId, now] = [newId(), Date.now()]
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into invites (team_id, code_hash, role, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
      ...[teamId, inviteHash('AAAA-BBBB-CCCC-DDDD'), 'lead', now, now + 60_000],
    ])
    await db.destroy()
    const hub = await startHub({ databaseUrl })
    const joined = await callerOf(hub.url, null).ok('join', { request: { invite: 'AAAA-BBBB-CCCC-DDDD', name: 'New Lead', device: 'test' } })
    expect([joined.team.id, joined.member.name, joined.member.role]).toEqual([teamId, 'New Lead', 'lead'])
    expect(await hub.stop()).toBe(0)
  })

  it('0003-invite-codes takes codes out of kept answers and leaves other answers alone', async () => {
    const { pool, db } = openPool(await freshDatabase(), () => undefined)
    await migrate(db, '0002-invite-again')
    const [teamId, memberId, now] = [newId(), newId(), Date.now()]
    const code = 'AAAA-BBBB-CCCC-DDDD'
    const url = 'http://127.0.0.1:7417/join#'
    const answer = (kept: string) => JSON.stringify({ code: kept, role: 'agent', url: `${url}${kept}`, expiresAt: now, member: null })
    const other = JSON.stringify({ id: newId(), note: `{"code":"${code}","role": ${url}${code}` })
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into members (team_id, id, name, role, joined_at) values ($1, $2, $3, $4, $5)', [teamId, memberId, 'Lena', 'lead', now])
    for (const reply of [answer(code), other]) {
      await pool.query('insert into commands (team_id, member_id, key, hash, reply, at) values ($1, $2, $3, $4, $5, $6)', [
        ...[teamId, memberId, newId(), 'hash', reply, now],
      ])
    }
    await migrate(db)
    const { rows } = await pool.query('select reply from commands')
    await db.destroy()
    expect(rows.map(({ reply }) => reply).sort()).toEqual([answer(''), other].sort())
  })

  it('a version published before 0004-rollout asks nothing of open runs, and the next one may', async () => {
    const databaseUrl = await freshDatabase()
    const { pool, db } = openPool(databaseUrl, () => undefined)
    await migrate(db, '0003-invite-codes')
    const [teamId, memberId, now, code] = [newId(), newId(), Date.now(), 'AAAA-BBBB-CCCC-DDDD']
    const { document } = parsePlaybook(playbook('Old'))
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into members (team_id, id, name, role, joined_at) values ($1, $2, $3, $4, $5)', [teamId, memberId, 'Lena', 'lead', now])
    await pool.query('insert into invites (team_id, code_hash, role, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
      ...[teamId, inviteHash(code), 'lead', now, now + 60_000],
    ])
    await pool.query(
      'insert into playbook_versions (team_id, id, version, hash, markdown, document, note, published_at, published_by) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)',
      [teamId, 'old', 'a'.repeat(64), playbook('Old'), JSON.stringify(document), '', now, memberId],
    )
    await db.destroy()
    const hub = await startHub({ databaseUrl })
    const { token } = await callerOf(hub.url, null).ok('join', { request: { invite: code, name: 'New Lead', device: 'test' } })
    const lead = callerOf(hub.url, token)
    expect((await lead.ok('snapshot')).playbooks).toMatchObject([{ version: 1, rollout: 'next-case', marks: { applyNow: null, criticalStop: null } }])
    const request = { markdown: playbook('Old', 'Compare the serial'), note: '', base: 1, rollout: 'apply-now' as const }
    expect((await lead.ok('publishPlaybook', { params: { id: 'old' }, request })).marks).toEqual({ applyNow: 2, criticalStop: null })
    expect(await hub.stop()).toBe(0)
  })

  it('members from before 0006-handovers hand a case over, and what they hand over is only added to', async () => {
    const databaseUrl = await freshDatabase()
    const { pool, db } = openPool(databaseUrl, () => undefined)
    await migrate(db, '0004-rollout')
    const [teamId, colleague, now, code] = [newId(), newId(), Date.now(), 'AAAA-BBBB-CCCC-DDDD']
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into members (team_id, id, name, role, joined_at) values ($1, $2, $3, $4, $5)', [teamId, colleague, 'Ben', 'agent', now])
    await pool.query('insert into invites (team_id, code_hash, role, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
      ...[teamId, inviteHash(code), 'agent', now, now + 60_000],
    ])
    const hub = await startHub({ databaseUrl })
    const { token } = await callerOf(hub.url, null).ok('join', { request: { invite: code, name: 'Mira', device: 'test' } })
    const sent = await callerOf(hub.url, token).ok('handOver', { request: handover(colleague) })
    expect(sent).toMatchObject({ from: { name: 'Mira' }, to: { name: 'Ben' }, status: 'open' })
    await expect(pool.query('delete from handovers')).rejects.toThrow(/insert-only/)
    await db.destroy()
    expect(await hub.stop()).toBe(0)
  })

  it('a version and a receipt from before 0008-heard ask nobody to confirm, and the next publish may', async () => {
    const databaseUrl = await freshDatabase()
    const { pool, db } = openPool(databaseUrl, () => undefined)
    await migrate(db, '0004-rollout')
    const [teamId, memberId, now, code] = [newId(), newId(), Date.now(), 'AAAA-BBBB-CCCC-DDDD']
    const { document } = parsePlaybook(playbook('Old'))
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into members (team_id, id, name, role, joined_at) values ($1, $2, $3, $4, $5)', [teamId, memberId, 'Lena', 'lead', now])
    await pool.query('insert into invites (team_id, code_hash, role, created_at, expires_at, member_id) values ($1, $2, $3, $4, $5, $6)', [
      ...[teamId, inviteHash(code), 'lead', now, now + 60_000, memberId],
    ])
    await pool.query(
      'insert into playbook_versions (team_id, id, version, hash, markdown, document, note, published_at, published_by) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)',
      [teamId, 'old', 'a'.repeat(64), playbook('Old'), JSON.stringify(document), '', now, memberId],
    )
    await pool.query('insert into receipts (team_id, member_id, playbook_id, version, kind, at) values ($1, $2, $3, 1, $4, $5)', [
      ...[teamId, memberId, 'old', 'seen', now],
    ])
    await db.destroy()
    const hub = await startHub({ databaseUrl })
    const { token } = await callerOf(hub.url, null).ok('join', { request: { invite: code, name: 'Lena', device: 'test' } })
    const lead = callerOf(hub.url, token)
    const { playbooks, receipts, flags, notes } = await lead.ok('snapshot')
    expect([playbooks[0]?.confirmFrom, receipts, flags, notes]).toEqual([
      null,
      [{ playbookId: 'old', version: 1, memberId, kind: 'seen', at: now, onCase: false }],
      [],
      [],
    ])
    const request = { markdown: playbook('Old', 'Compare the serial'), note: '', base: 1, confirm: true }
    expect((await lead.ok('publishPlaybook', { params: { id: 'old' }, request })).confirmFrom).toBe(2)
    expect(await hub.stop()).toBe(0)
  })

  it('an escalation and a run from before 0005-images take pictures', async () => {
    const databaseUrl = await freshDatabase()
    const { pool, db } = openPool(databaseUrl, () => undefined)
    await migrate(db, '0004-rollout')
    const [teamId, memberId, now, token] = [newId(), newId(), Date.now(), newToken(randomBytes)]
    const shot = imageOf('old')
    const sent = content({ run: runWith([shot]) })
    const record = receiveEscalation(sent, { id: memberId, name: 'Mira' }, 1, now)
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into members (team_id, id, name, role, joined_at) values ($1, $2, $3, $4, $5)', [teamId, memberId, 'Mira', 'agent', now])
    await pool.query('insert into devices (team_id, id, member_id, label, token_hash, created_at) values ($1, $2, $3, $4, $5, $6)', [
      ...[teamId, newId(), memberId, 'old', sha256(token), now],
    ])
    await pool.query(
      'insert into escalations (team_id, id, number, author_id, status, severity, queue, case_key, revision, received_at, record) values ($1, $2, 1, $3, $4, $5, $6, $7, 1, $8, $9)',
      [teamId, sent.id, memberId, 'delivered', 'S3', 'leads', sent.case.key, now, JSON.stringify(record)],
    )
    await db.destroy()
    const hub = await startHub({ databaseUrl })
    const mira = callerOf(hub.url, token)
    await mira.ok('image', { request: { ...shot, of: sent.id } })
    expect(await mira.ok('picture', { params: { hash: shot.hash }, request: { of: sent.id } })).toEqual({ type: shot.type, base64: shot.base64 })
    expect(await hub.stop()).toBe(0)
  })

  it('a team of before 0009-synonyms has none, and may publish some, which nobody edits in place', async () => {
    const { pool, db, hub, lead } = await leadOfOldTeam('0004-rollout')
    expect((await lead.ok('snapshot')).synonyms).toBeUndefined()
    await lead.ok('publishSynonyms', { request: { lists: [['chargeback', 'dispute']] } })
    await expect(pool.query("update synonym_versions set hash = 'x'")).rejects.toThrow('insert-only')
    await db.destroy()
    expect(await hub.stop()).toBe(0)
  })

  it('a team of before 0011-redaction says nothing about masking, and may, and nobody edits it in place', async () => {
    const { pool, db, hub, lead } = await leadOfOldTeam('0010-site-faults')
    expect((await lead.ok('snapshot')).redaction).toBeUndefined()
    await lead.ok('publishRedaction', { request: { email: true, phone: false, mask: [], keep: [] } })
    await expect(pool.query("update redaction_versions set hash = 'x'")).rejects.toThrow('insert-only')
    await db.destroy()
    expect(await hub.stop()).toBe(0)
  })

  it('a team of before 0013-signing-keys gets its key when it first needs one, and nobody edits it in place', async () => {
    const { pool, db, hub, lead } = await leadOfOldTeam('0012-runs-of-case')
    const { key } = await lead.ok('evidenceKey', { request: {} })
    expect((await lead.ok('evidenceKey', { request: {} })).key).toBe(key)
    await expect(pool.query('delete from signing_keys')).rejects.toThrow('insert-only')
    await db.destroy()
    expect(await hub.stop()).toBe(0)
  })

  it('a run from before 0012-runs-of-case is read beside an escalation of its case', async () => {
    const databaseUrl = await freshDatabase()
    const { pool, db } = openPool(databaseUrl, () => undefined)
    await migrate(db, '0011-redaction')
    const [teamId, memberId, now, token] = [newId(), newId(), Date.now(), newToken(randomBytes)]
    const [sent, { document }] = [content(), parsePlaybook(playbook('Old'))]
    const pinned = { id: 'old', version: 1, hash: 'a'.repeat(64), title: 'Old' }
    const run = { id: newId(), caseKey: sent.case.key, playbook: pinned, memberId, startedAt: 1, updatedAt: 2, closedAt: 3, outcome: null, steps: [] }
    await pool.query('insert into teams (id, name, created_at) values ($1, $2, $3)', [teamId, 'Old team', now])
    await pool.query('insert into members (team_id, id, name, role, joined_at) values ($1, $2, $3, $4, $5)', [teamId, memberId, 'Lena', 'lead', now])
    await pool.query('insert into devices (team_id, id, member_id, label, token_hash, created_at) values ($1, $2, $3, $4, $5, $6)', [
      ...[teamId, newId(), memberId, 'old', sha256(token), now],
    ])
    await pool.query(
      'insert into playbook_versions (team_id, id, version, hash, markdown, document, note, published_at, published_by) values ($1, $2, 1, $3, $4, $5, $6, $7, $8)',
      [teamId, 'old', pinned.hash, playbook('Old'), JSON.stringify(document), '', now, memberId],
    )
    await pool.query(
      'insert into runs (team_id, id, member_id, case_key, playbook_id, version, closed_at, received_at, record) values ($1, $2, $3, $4, $5, 1, 3, $6, $7)',
      [teamId, run.id, memberId, run.caseKey, 'old', now, JSON.stringify(run)],
    )
    await db.destroy()
    const hub = await startHub({ databaseUrl })
    const lead = callerOf(hub.url, token)
    await lead.ok('escalate', { request: sent })
    expect((await lead.ok('caseRuns', { params: { id: sent.id } })).endings).toMatchObject([{ runId: run.id, by: { name: 'Lena' } }])
    expect(await hub.stop()).toBe(0)
  })

  it('a database made by a newer hub is refused and not changed', async () => {
    const { pool, db } = openPool(await freshDatabase(), () => undefined)
    await migrate(db)
    await pool.query("insert into migrations (name, timestamp) values ('9999-later', '2100-01-01T00:00:00.000Z')")
    const applied = () => pool.query('select name from migrations order by name').then(({ rows }) => rows)
    const before = await applied()
    await expect(migrate(db)).rejects.toMatchObject({ status: 503, message: expect.stringContaining('newer hub') })
    expect(await applied()).toEqual(before)
    await db.destroy()
  })
})
