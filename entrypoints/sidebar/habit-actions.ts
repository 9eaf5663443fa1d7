// Pins, recents and what was put away: shown at once, kept by the worker.
import { changeHabits } from '../../lib/domain/habits.ts'
import type { HabitChange, ItemKey } from '../../lib/schema/habits.ts'
import { type Desk, sentenceOf } from './state.ts'

export function createHabitActions({ client, get, set }: Desk) {
  async function change(change: HabitChange): Promise<void> {
    const before = get().habits
    set({ habits: changeHabits(before, change) })
    try {
      set({ habits: await client.send('habits.change', { change }) })
    } catch (cause) {
      set({ habits: before, ...(change.kind === 'open' ? {} : { notice: { text: sentenceOf(cause), tone: 'amber' as const } }) })
    }
  }
  const onCase = (kind: 'put-away' | 'bring-back', playbookId: string) => {
    const caseKey = get().view?.context.key
    return caseKey ? change({ kind, caseKey, playbookId }) : Promise.resolve()
  }

  return {
    togglePin: (item: ItemKey) => change({ kind: get().habits.pinned.includes(item) ? 'unpin' : 'pin', item }),
    opened: (item: ItemKey) => change({ kind: 'open', item }),
    putAway: (playbookId: string) => onCase('put-away', playbookId),
    bringBack: (playbookId: string) => onCase('bring-back', playbookId),
  }
}
