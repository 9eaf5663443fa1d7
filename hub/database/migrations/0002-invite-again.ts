// An invite may be for a member of the team, on a new device. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table invites
  add column member_id uuid,
  add foreign key (team_id, member_id) references members (team_id, id)`.execute(db)
}
