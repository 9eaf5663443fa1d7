// How well suggestions fit labelled messages: what was shown, what should have been, and what came first.
import type { Message } from './messages.ts'

export interface Fit {
  /** Of what was shown, the share that fits. */
  precision: number
  /** Of what fits, the share that was shown. */
  recall: number
  /** Of the messages that belong to one of the sets, the share for which that one was shown first. */
  first: number
  /** Of the messages that belong to none, the share for which nothing was shown. */
  silence: number
  byIntent: Record<string, { precision: number; recall: number }>
}

/** `shown` answers the sets that fit a text, best first. Counted over all pairs of message and set. */
export function fitOf(messages: Message[], intents: string[], shown: (text: string) => string[]): Fit {
  const counts = new Map(intents.map((intent) => [intent, { right: 0, wrong: 0, missed: 0 }]))
  let [firsts, belonging, silent, strangers] = [0, 0, 0, 0]
  for (const { text, intent } of messages) {
    const found = shown(text)
    const own = counts.get(intent)
    if (own) {
      belonging += 1
      if (found[0] === intent) firsts += 1
      if (!found.includes(intent)) own.missed += 1
    } else {
      strangers += 1
      if (found.length === 0) silent += 1
    }
    for (const one of found) counts.get(one)![one === intent ? 'right' : 'wrong'] += 1
  }
  const all = [...counts.values()].reduce((sum, { right, wrong, missed }) => ({
    right: sum.right + right,
    wrong: sum.wrong + wrong,
    missed: sum.missed + missed,
  }))
  return {
    ...sharesOf(all),
    first: firsts / belonging,
    silence: silent / strangers,
    byIntent: Object.fromEntries([...counts].map(([intent, count]) => [intent, sharesOf(count)])),
  }
}

const sharesOf = ({ right, wrong, missed }: { right: number; wrong: number; missed: number }) => ({
  precision: right / (right + wrong || 1),
  recall: right / (right + missed || 1),
})
