// The key that a team's evidence files are signed with. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table signing_keys (
  team_id uuid primary key references teams (id),
  private_key bytea not null,
  public_key bytea not null,
  made_at bigint not null
);
create index audit_of_target on audit (team_id, target);
create trigger insert_only before update or delete or truncate on signing_keys for each statement execute function refuse_change()`.execute(db)
}
