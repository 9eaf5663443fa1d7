// The limit of a hub's throughput: the statements of "receive an escalation" sent by hand over the same number of connections, with
// no HTTP, no validation and no query builder between. Writes into a team of its own on the hub's database.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { HubProcess } from '../hub/testing/hub-process.ts'
import { uuidv7 } from '../lib/domain/uuid.ts'
import { callerOf, escalationContent, joinAgents } from './hub-callers.ts'

/** As many as the hub's own pool. */
const connections = 12

export interface PlainSql {
  escalate(): Promise<void>
  close(): Promise<void>
}

export async function openPlainSql(hub: HubProcess): Promise<PlainSql> {
  const { tokens } = await joinAgents(hub, 1)
  const { team, member, deviceId } = await callerOf(hub, tokens[0]!)('session')
  const pool = new pg.Pool({ connectionString: hub.databaseUrl, max: connections })

  async function receive(db: pg.PoolClient): Promise<void> {
    const content = escalationContent()
    const now = Date.now()
    const key = uuidv7(now, randomBytes(10))
    const record = JSON.stringify({ content, by: member, status: 'delivered' })
    const command = [team.id, member.id, key]
    await db.query('insert into commands (team_id, member_id, key, hash, at) values ($1, $2, $3, $4, $5) on conflict do nothing', [...command, 'x', now])
    await db.query('select id from teams where id = $1 for no key update', [team.id])
    await db.query('select record from escalations where team_id = $1 and id = $2', [team.id, content.id])
    const { rows } = await db.query('update teams set escalation_count = escalation_count + 1 where id = $1 returning escalation_count as number', [team.id])
    await db.query(
      `insert into escalations (team_id, id, number, author_id, status, severity, queue, case_key, revision, received_at, record)
       values ($1, $2, $3, $4, 'delivered', 'S3', 'leads', $5, 0, $6, $7)`,
      [team.id, content.id, rows[0].number, member.id, content.case.key, now, record],
    )
    await db.query("insert into audit (team_id, actor_id, device_id, action, target, at) values ($1, $2, $3, 'escalation.received', $4, $5)", [
      ...[team.id, member.id, deviceId, content.id, now],
    ])
    await db.query('update commands set reply = $4 where team_id = $1 and member_id = $2 and key = $3', [...command, record])
    const { rows: feed } = await db.query('update teams set feed_seq = feed_seq + 2 where id = $1 returning feed_seq', [team.id])
    const seq = Number(feed[0].feed_seq)
    await db.query(
      `insert into events (team_id, seq, type, audience, body, at)
       values ($1, $2, 'escalation.changed', '{leads}', $4, $5), ($1, $3, 'escalation.summarized', '{team}', $4, $5)`,
      [team.id, seq - 1, seq, record, now],
    )
    await db.query("select pg_notify('handrail_bench', $1)", [team.id])
  }

  return {
    async escalate() {
      const db = await pool.connect()
      try {
        await db.query('begin')
        await receive(db)
        await db.query('commit')
      } finally {
        db.release()
      }
    },
    close: () => pool.end(),
  }
}
