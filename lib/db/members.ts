// The team as last heard from the hub.
import { Member } from '../schema/member.ts'
import { whole } from './checked.ts'
import type { Db } from './schema.ts'

export async function listMembers(db: Db): Promise<Member[]> {
  return whole(Member, await db.getAll('members'))
}
