// The first tables. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

const tables = sql`
create table teams (
  id uuid primary key,
  name text not null,
  created_at bigint not null,
  feed_seq bigint not null default 0,
  feed_floor bigint not null default 0,
  escalation_count bigint not null default 0,
  check (feed_floor <= feed_seq)
);
create table members (
  team_id uuid not null references teams (id),
  id uuid not null,
  name text not null,
  role text not null check (role in ('agent', 'lead', 'admin')),
  joined_at bigint not null,
  primary key (team_id, id)
);
create table devices (
  team_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  label text not null,
  token_hash bytea not null unique,
  created_at bigint not null,
  last_seen_at bigint,
  revoked_at bigint,
  primary key (team_id, id),
  foreign key (team_id, member_id) references members (team_id, id)
);
create table invites (
  team_id uuid not null references teams (id),
  code_hash bytea not null unique,
  role text not null check (role in ('agent', 'lead', 'admin')),
  created_by uuid,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  used_by uuid,
  primary key (team_id, code_hash),
  foreign key (team_id, created_by) references members (team_id, id),
  foreign key (team_id, used_by) references members (team_id, id)
);
create table playbook_versions (
  team_id uuid not null,
  id text not null,
  version int not null check (version >= 1),
  hash text not null,
  markdown text not null,
  document jsonb not null,
  note text not null,
  published_at bigint not null,
  published_by uuid not null,
  primary key (team_id, id, version),
  foreign key (team_id, published_by) references members (team_id, id)
);
create table snippet_versions (
  team_id uuid not null,
  id text not null,
  version int not null check (version >= 1),
  hash text not null,
  draft jsonb not null,
  published_at bigint not null,
  published_by uuid not null,
  primary key (team_id, id, version),
  foreign key (team_id, published_by) references members (team_id, id)
);
create table site_versions (like snippet_versions including all);
alter table site_versions add foreign key (team_id, published_by) references members (team_id, id);
create table escalations (
  team_id uuid not null,
  id uuid not null,
  number bigint not null,
  author_id uuid not null,
  status text not null,
  severity text not null,
  queue text not null,
  case_key text not null,
  revision int not null,
  received_at bigint not null,
  record jsonb not null,
  primary key (team_id, id),
  unique (team_id, number),
  foreign key (team_id, author_id) references members (team_id, id)
);
create index escalations_open on escalations (team_id, received_at) where status not in ('ruled', 'withdrawn');
create index escalations_author on escalations (team_id, author_id, received_at);
create index escalations_received on escalations (team_id, received_at);
create table thread_entries (
  team_id uuid not null,
  escalation_id uuid not null,
  id uuid not null,
  position int not null,
  kind text not null,
  by_id uuid not null,
  at bigint not null,
  entry jsonb not null,
  primary key (team_id, escalation_id, id),
  unique (team_id, escalation_id, position),
  foreign key (team_id, escalation_id) references escalations (team_id, id),
  foreign key (team_id, by_id) references members (team_id, id)
);
create table receipts (
  team_id uuid not null,
  member_id uuid not null,
  playbook_id text not null,
  version int not null,
  kind text not null check (kind in ('seen', 'acknowledged')),
  at bigint not null,
  primary key (team_id, member_id, playbook_id, version, kind),
  foreign key (team_id, member_id) references members (team_id, id),
  foreign key (team_id, playbook_id, version) references playbook_versions (team_id, id, version)
);
create table runs (
  team_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  case_key text not null,
  playbook_id text not null,
  version int not null,
  closed_at bigint,
  received_at bigint not null,
  record jsonb not null,
  primary key (team_id, id),
  foreign key (team_id, member_id) references members (team_id, id),
  foreign key (team_id, playbook_id, version) references playbook_versions (team_id, id, version)
);
create table events (
  team_id uuid not null references teams (id),
  seq bigint not null,
  type text not null,
  audience text[] not null check (cardinality(audience) > 0),
  body jsonb not null,
  at bigint not null,
  primary key (team_id, seq)
);
create table audit (
  team_id uuid not null references teams (id),
  id bigint generated always as identity,
  actor_id uuid,
  device_id uuid,
  action text not null,
  target text not null,
  at bigint not null,
  primary key (team_id, id)
);
create table commands (
  team_id uuid not null,
  member_id uuid not null,
  key uuid not null,
  hash text not null,
  reply text,
  at bigint not null,
  primary key (team_id, member_id, key),
  foreign key (team_id, member_id) references members (team_id, id)
);
`

const guards = sql`
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
`

const insertOnly = ['events', 'audit', 'thread_entries', 'receipts', 'playbook_versions', 'snippet_versions', 'site_versions']

export async function up(db: Kysely<unknown>): Promise<void> {
  await tables.execute(db)
  await guards.execute(db)
  for (const table of insertOnly) {
    await sql`create trigger insert_only before update or delete or truncate on ${sql.table(table)} for each statement execute function refuse_change()`.execute(
      db,
    )
  }
}
