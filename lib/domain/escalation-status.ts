// What the status of an escalation means for who has to do with it.
import type { Escalation } from '../schema/escalation.ts'

/** There is something left to decide. */
export function isOpen({ status }: Pick<Escalation, 'status'>): boolean {
  return status !== 'ruled' && status !== 'withdrawn'
}
