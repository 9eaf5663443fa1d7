// Takes the codes of invites out of the kept answers of commands. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
update commands
  set reply = regexp_replace(regexp_replace(reply, '^\\{"code":"[^"]*"', '{"code":""'), '/join#[^"]*', '/join#')
  where reply ~ '^\\{"code":"[2-9A-Z-]{19}","role":'`.execute(db)
}
