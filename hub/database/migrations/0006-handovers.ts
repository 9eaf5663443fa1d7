// Cases handed from one member to another, and how each was settled, once. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const tables = sql`
create table handovers (
  team_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  case_key text not null,
  received_at bigint not null,
  content jsonb not null,
  primary key (team_id, id),
  foreign key (team_id, from_id) references members (team_id, id),
  foreign key (team_id, to_id) references members (team_id, id)
);
create index handovers_received on handovers (team_id, received_at);
create table handover_settlings (
  team_id uuid not null,
  handover_id uuid not null,
  status text not null check (status in ('taken', 'returned', 'recalled')),
  by_id uuid not null,
  at bigint not null,
  word text not null,
  primary key (team_id, handover_id),
  foreign key (team_id, handover_id) references handovers (team_id, id),
  foreign key (team_id, by_id) references members (team_id, id)
);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  for (const table of ['handovers', 'handover_settlings']) {
    await sql`create trigger insert_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(
      db,
    )
  }
}
