// The member at this desk. Screens behind the gate always have one.
import type { Member } from '../../lib/schema/member.ts'
import { useDeskState } from './desk-context.ts'

export function useMember(): Member {
  const member = useDeskState(({ session }) => session?.member)
  if (!member) throw new Error('a desk screen was drawn before anybody joined')
  return member
}
