// Pictures taken as evidence, each under its member and the hash of its bytes. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table images (
  team_id uuid not null,
  member_id uuid not null,
  hash text not null,
  type text not null check (type in ('image/webp', 'image/jpeg')),
  width int not null,
  height int not null,
  bytes bytea not null check (octet_length(bytes) <= 405000),
  received_at bigint not null,
  primary key (team_id, member_id, hash),
  foreign key (team_id, member_id) references members (team_id, id)
);
create trigger insert_only before update or truncate on images for each statement execute function refuse_change()`.execute(db)
}
