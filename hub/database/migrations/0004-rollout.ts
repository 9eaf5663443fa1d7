// What a publish asks of open runs, and the newest version with each mark. Frozen: later changes are new files.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table playbook_versions
  add column rollout text not null default 'next-case' check (rollout in ('next-case', 'apply-now', 'critical-stop')),
  add column apply_now int,
  add column critical_stop int`.execute(db)
}
