// A hand-over as somebody else reads it: from whom to whom, when, and whether it was taken.
import type { DeviceHandover } from '../../lib/schema/handover.ts'
import { agoInWords } from '../ui/time-words.ts'

export function handedWords({ from, to, record, content }: DeviceHandover, now: number): string {
  const handed = `${from.name} handed this case to ${to.name} ${agoInWords(content.createdAt, now)}.`
  switch (record?.status) {
    case 'taken':
      return `${handed} ${to.name} took it.`
    case 'returned':
      return `${handed} ${to.name} returned it.`
    case 'recalled':
      return `${handed} ${from.name} took it back.`
    default:
      return `${handed} It is not taken yet.`
  }
}
