// How the items of members who were signed in here before are spoken of: each waits for its own member.
import type { StatusView } from '../../lib/schema/views.ts'

type Others = NonNullable<StatusView['others']>[number]

/** "2 wait for Mira", where there is room for a few words. */
export const othersShort = ({ name, count }: Others) => `${count} ${count === 1 ? 'waits' : 'wait'} for ${name ?? 'another member'}`

export function othersSentence({ name, count }: Others): string {
  const [items, them] = count === 1 ? ['One item waits', 'it'] : [`${count} items wait`, 'them']
  return `${items} for ${name ?? 'another member'}, who saved ${them} on this device.`
}
