// Where a hand-over stands, in a sentence for the one who reads it.
import { waitsFor } from '../../lib/domain/standing.ts'
import type { DeviceHandover } from '../../lib/schema/handover.ts'
import type { SessionView } from '../../lib/schema/views.ts'
import { agoInWords } from '../ui/time-words.ts'

export interface Reading {
  memberId: string | null
  now: number
  session: SessionView['state']
}

export function handoverWords(handover: DeviceHandover, reading: Reading): string {
  return handover.to.id === reading.memberId ? toReader(handover, reading.now) : fromReader(handover, reading)
}

function toReader({ from, record, isHere, content }: DeviceHandover, now: number): string {
  const at = agoInWords(record?.settledAt ?? content.createdAt, now)
  switch (record?.status) {
    case 'taken':
      return isHere ? `You took it over from ${from.name} ${at}.` : `You took it over from ${from.name} ${at}, on another device.`
    case 'returned':
      return `You returned it to ${from.name} ${at}.`
    case 'recalled':
      return `${from.name} took it back ${at}.`
    default:
      return `${from.name} handed you this case ${at}.`
  }
}

function fromReader({ to, local, problem, sendAfter, record, content }: DeviceHandover, { now, session }: Reading): string {
  const condition = session === 'active' ? null : waitsFor[session]
  if (local === 'undone') return 'Undone before it was sent.'
  if (local === 'refused') return `Not handed to ${to.name}. ${problem ?? 'The hub refused it.'}`
  if (local !== 'sent') {
    const seconds = Math.max(0, Math.ceil((sendAfter - now) / 1000))
    const held = local === 'held' ? (seconds > 0 ? `Sends in ${seconds} s.` : 'Sending.') : null
    return `Handed to ${to.name}. Saved on this device. ${condition ?? held ?? problem ?? 'Waiting for the hub; it goes out by itself.'}`
  }
  const at = agoInWords(record?.settledAt ?? content.createdAt, now)
  switch (record?.status) {
    case 'taken':
      return `${to.name} took it ${at}.`
    case 'returned':
      return `${to.name} returned it ${at}${record.word ? `: “${record.word}”` : '.'}`
    case 'recalled':
      return `You took it back from ${to.name} ${at}.`
    default:
      return `Handed to ${to.name} ${at}. Not taken yet.`
  }
}
