// Runs are looked up by their case. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** By hash: a key may be longer than what fits into an ordered index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index runs_of_case on runs using hash (case_key)`.execute(db)
}
