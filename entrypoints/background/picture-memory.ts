// The step that waits for a picture: photographing a page takes a click or a key that the browser owns, which comes after the panel asked.
// In storage.session, so that it survives the worker and not the browser; one at a time, for ten minutes.
import type { Area } from '../../lib/browser.ts'
import { Uuid } from '../../lib/schema/ids.ts'
import { StepId } from '../../lib/schema/playbook.ts'
import { z } from '../../lib/schema/z.ts'

const lifeMs = 10 * 60_000
const storageKey = 'picture-wanted'
/** `id`: of the piece of evidence that it becomes, so that two presses make one. */
const Wanted = z.object({ id: Uuid, tabId: z.int(), runId: Uuid, stepId: StepId, until: z.number(), fault: z.nullable(z.string()) })
export type Wanted = z.infer<typeof Wanted>

export type PictureMemory = ReturnType<typeof createPictureMemory>

export function createPictureMemory(area: Area, now: () => number) {
  /** A hint for the turn of a click, in which nothing can be asked for; wrong after the worker died, which then opens the panel as well. */
  let hint: { tabId: number; until: number } | null = null

  async function wanted(): Promise<Wanted | null> {
    const known = Wanted.safeParse((await area.get(storageKey))[storageKey])
    return known.success && known.data.until > now() ? known.data : null
  }
  async function put(next: Wanted): Promise<void> {
    hint = next
    await area.set({ [storageKey]: next })
  }

  return {
    wanted,
    isHinted: (tabId: number | undefined) => tabId !== undefined && hint?.tabId === tabId && hint.until > now(),
    want: (step: Pick<Wanted, 'id' | 'tabId' | 'runId' | 'stepId'>) => put({ ...step, until: now() + lifeMs, fault: null }),
    /** It still waits; the panel says why nothing came of the last attempt. */
    failed: async (fault: string) => {
      const step = await wanted()
      if (step) await put({ ...step, fault })
    },
    async done(): Promise<void> {
      hint = null
      await area.remove(storageKey)
    },
  }
}
