// Which escalations of a case came to a member with its hand-overs. Apart from how they are put together, which is the hub's.
import type { DeviceHandover, HandedEscalation } from '../schema/handover.ts'

/** Of one case, newest hand-over first: each once, as the newest tells it. Own ones stand on the case anyway. */
export function carriedTo(handovers: readonly DeviceHandover[], memberId: string | null): HandedEscalation[] {
  const told = handovers.filter(({ to }) => to.id === memberId).flatMap(({ record }) => record?.escalations ?? [])
  return told.filter((one, index) => one.by.id !== memberId && told.findIndex(({ id }) => id === one.id) === index)
}
