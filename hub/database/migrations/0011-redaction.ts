// What a team says about masking, in versions like its synonyms. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table redaction_versions (
  team_id uuid not null,
  version int not null check (version >= 1),
  hash text not null,
  rules jsonb not null,
  published_at bigint not null,
  published_by uuid not null,
  primary key (team_id, version),
  foreign key (team_id, published_by) references members (team_id, id)
)`.execute(db)
  await sql`
create trigger insert_only before update or delete or truncate on redaction_versions
  for each statement execute function refuse_change()`.execute(db)
}
