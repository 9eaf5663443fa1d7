// What a lead asks everybody to confirm, flags on steps, and coaching notes. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const tables = sql`
alter table playbook_versions add column confirm_from int;
alter table receipts add column on_case boolean not null default false;
create table flags (
  team_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  playbook_id text not null,
  version int not null,
  received_at bigint not null,
  changed_at bigint not null,
  is_open boolean not null,
  record jsonb not null,
  primary key (team_id, id),
  foreign key (team_id, author_id) references members (team_id, id),
  foreign key (team_id, playbook_id, version) references playbook_versions (team_id, id, version)
);
create index flags_author on flags (team_id, author_id, changed_at);
create index flags_changed on flags (team_id, is_open, changed_at);
create table flag_answers (
  team_id uuid not null,
  flag_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('looking', 'fixed', 'declined')),
  by_id uuid not null,
  at bigint not null,
  entry jsonb not null,
  primary key (team_id, flag_id, id),
  foreign key (team_id, flag_id) references flags (team_id, id),
  foreign key (team_id, by_id) references members (team_id, id)
);
create table coaching_notes (
  team_id uuid not null,
  id uuid not null,
  to_id uuid not null,
  by_id uuid not null,
  escalation_id uuid,
  at bigint not null,
  record jsonb not null,
  primary key (team_id, id),
  check (to_id <> by_id),
  foreign key (team_id, to_id) references members (team_id, id),
  foreign key (team_id, by_id) references members (team_id, id),
  foreign key (team_id, escalation_id) references escalations (team_id, id)
);
create index coaching_notes_to on coaching_notes (team_id, to_id, at);
create index coaching_notes_at on coaching_notes (team_id, at);
create table coaching_replies (
  team_id uuid not null,
  note_id uuid not null,
  id uuid not null,
  at bigint not null,
  entry jsonb not null,
  primary key (team_id, note_id, id),
  foreign key (team_id, note_id) references coaching_notes (team_id, id)
);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  for (const table of ['flag_answers', 'coaching_replies']) {
    await sql`create trigger insert_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(
      db,
    )
  }
}
