// Brings a database to this hub's schema. Many hubs may start at once: one migrates, the others wait. Refuses a newer database.
import { Migrator, sql } from 'kysely'
import { HubFault } from '../fault.ts'
import { up as first } from './migrations/0001-first.ts'
import { up as inviteAgain } from './migrations/0002-invite-again.ts'
import { up as inviteCodes } from './migrations/0003-invite-codes.ts'
import { up as rollout } from './migrations/0004-rollout.ts'
import { up as images } from './migrations/0005-images.ts'
import { up as handovers } from './migrations/0006-handovers.ts'
import { up as counts } from './migrations/0007-counts.ts'
import { up as heard } from './migrations/0008-heard.ts'
import { up as synonyms } from './migrations/0009-synonyms.ts'
import { up as siteFaults } from './migrations/0010-site-faults.ts'
import { up as redaction } from './migrations/0011-redaction.ts'
import { up as runsOfCase } from './migrations/0012-runs-of-case.ts'
import { up as signingKeys } from './migrations/0013-signing-keys.ts'
import type { Database } from './pool.ts'

const migrations = {
  '0001-first': { up: first },
  '0002-invite-again': { up: inviteAgain },
  '0003-invite-codes': { up: inviteCodes },
  '0004-rollout': { up: rollout },
  '0010-site-faults': { up: siteFaults },
  '0006-handovers': { up: handovers },
  '0007-counts': { up: counts },
  '0008-heard': { up: heard },
  '0005-images': { up: images },
  '0009-synonyms': { up: synonyms },
  '0011-redaction': { up: redaction },
  '0012-runs-of-case': { up: runsOfCase },
  '0013-signing-keys': { up: signingKeys },
}
export type MigrationName = keyof typeof migrations
const lockId = 4_172_301

/** `to`: not to the newest schema but to this one, for the fixtures of tests. */
export async function migrate(db: Database, to?: MigrationName): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set lock_timeout = '60s'; set statement_timeout = 0`.execute(connection)
    await sql`select pg_advisory_lock(${lockId})`.execute(connection)
    try {
      // A waiting ALTER TABLE blocks every reader behind it: rather give up and be started again.
      await sql`set lock_timeout = '3s'`.execute(connection)
      const migrator = new Migrator({
        db: connection,
        provider: { getMigrations: async () => migrations },
        migrationTableName: 'migrations',
        migrationLockTableName: 'migrations_lock',
      })
      const { error } = await (to ? migrator.migrateTo(to) : migrator.migrateToLatest())
      if (error) throw readable(error)
    } finally {
      await sql`select pg_advisory_unlock(${lockId})`.execute(connection)
      await sql`reset lock_timeout; reset statement_timeout`.execute(connection)
    }
  })
}

function readable(error: unknown): unknown {
  const text = error instanceof Error ? error.message : ''
  if (!/corrupted migrations|missing/.test(text)) return error
  return new HubFault('unavailable', 503, 'The database was made by a newer hub. Nothing was changed; start a hub of that version or newer.')
}
