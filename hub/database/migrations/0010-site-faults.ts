// Fields of site profiles that devices could no longer read. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table site_faults (
  team_id uuid not null,
  site_id text not null,
  version int not null,
  page text not null,
  field text not null,
  since bigint not null,
  cases int not null,
  told_by jsonb not null,
  healed_at bigint,
  updated_at bigint not null,
  primary key (team_id, site_id, version, page, field),
  foreign key (team_id, site_id, version) references site_versions (team_id, id, version)
)`.execute(db)
}
