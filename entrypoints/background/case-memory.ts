// The cases seen last, by case key, in storage.session: an escalation or a condition still knows its fields after the worker or the
// tab is gone. Never on disk; no page text; the oldest leave first.
import type { Area } from '../../lib/browser.ts'
import { CaseContext } from '../../lib/schema/case.ts'
import { z } from '../../lib/schema/z.ts'
import { createSerial } from './serially.ts'

const remembered = 30
const storageKey = 'cases-seen'
const Cases = z.array(CaseContext)

export interface CaseMemory {
  remember(context: CaseContext): Promise<void>
  recall(caseKey: string): Promise<CaseContext | null>
}

export function createCaseMemory(area: Area): CaseMemory {
  const serially = createSerial()

  async function all(): Promise<CaseContext[]> {
    const parsed = Cases.safeParse((await area.get(storageKey))[storageKey])
    return parsed.success ? parsed.data : []
  }

  return {
    remember: (context) =>
      serially(async () => {
        const others = (await all()).filter(({ key }) => key !== context.key)
        await area.set({ [storageKey]: [context, ...others].slice(0, remembered) })
      }),
    recall: async (caseKey) => (await all()).find(({ key }) => key === caseKey) ?? null,
  }
}
