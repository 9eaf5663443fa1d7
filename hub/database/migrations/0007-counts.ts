// Sums by member and day: snippets used, searches without result. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table counts (
  team_id uuid not null,
  member_id uuid not null,
  day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  kind text not null check (kind in ('inserted', 'copied', 'nothing-found')),
  subject text not null check (char_length(subject) between 1 and 120),
  count bigint not null check (count >= 1),
  primary key (team_id, member_id, day, kind, subject),
  foreign key (team_id, member_id) references members (team_id, id)
)`.execute(db)
  await sql`create index counts_day on counts (team_id, day)`.execute(db)
}
