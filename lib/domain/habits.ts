// How habits change, and what they do to an order: pinned first, then what was opened last. Everything is bounded; the oldest leaves first.
import type { Match } from '../schema/case.ts'
import type { HabitChange, Habits, ItemKey } from '../schema/habits.ts'

const most = { pinned: 30, recent: 12, away: 300, uses: 400 }

export function changeHabits(habits: Habits, change: HabitChange): Habits {
  switch (change.kind) {
    case 'pin':
      return { ...habits, pinned: [...without(habits.pinned, change.item), change.item].slice(-most.pinned) }
    case 'unpin':
      return { ...habits, pinned: without(habits.pinned, change.item) }
    case 'open':
      return { ...habits, recent: [change.item, ...without(habits.recent, change.item)].slice(0, most.recent) }
    case 'use':
      return { ...habits, used: afterUse(habits.used ?? {}, change.item) }
    case 'put-away':
    case 'bring-back': {
      const { caseKey, playbookId } = change
      const others = habits.away.filter((one) => one.caseKey !== caseKey || one.playbookId !== playbookId)
      return { ...habits, away: change.kind === 'put-away' ? [...others, { caseKey, playbookId }].slice(-most.away) : others }
    }
  }
}

/** When there are many, all are halved: what was used last month outweighs what was used last year. */
function afterUse(used: Record<string, number>, item: ItemKey): Record<string, number> {
  const counted = { ...used, [item]: (used[item] ?? 0) + 1 }
  const sum = Object.values(counted).reduce((all, count) => all + count, 0)
  if (sum <= most.uses) return counted
  return Object.fromEntries(Object.entries(counted).flatMap(([key, count]) => (count > 1 ? [[key, Math.floor(count / 2)] as const] : [])))
}

/** What habits make of a hit's worth, among hits of about the same: most for what is pinned, then what was opened lately, a little for use. */
export function liftOf(item: ItemKey, { pinned, recent, used = {} }: Habits): number {
  const byUse = 1 + Math.min(0.25, 0.05 * Math.log2(1 + (used[item] ?? 0)))
  return (pinned.includes(item) ? 1.5 : recent.includes(item) ? 1.2 : 1) * byUse
}

/** Pinned in the order in which they were pinned, then the recent ones that are not pinned. */
export function atHand({ pinned, recent }: Habits): ItemKey[] {
  return [...pinned, ...recent.filter((item) => !pinned.includes(item))]
}

/** Pinned playbooks come first among those that fit, each group in its order; what was put away on this case is told apart. */
export function sortByHabits(matches: Match[], { pinned, away }: Habits, caseKey: string): { shown: Match[]; away: Match[] } {
  const isAway = ({ playbookId }: Match) => away.some((one) => one.caseKey === caseKey && one.playbookId === playbookId)
  const isPinned = ({ playbookId }: Match) => pinned.includes(`playbook:${playbookId}`)
  const shown = matches.filter((match) => !isAway(match))
  return { shown: [...shown.filter(isPinned), ...shown.filter((match) => !isPinned(match))], away: matches.filter(isAway) }
}

const without = (items: ItemKey[], item: ItemKey) => items.filter((known) => known !== item)
