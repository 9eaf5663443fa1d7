// Tells the tour: one line a step, one screenshot each, and the file names in order.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export interface Telling {
  /** Does the step, then takes the picture of the page it answers, then says the line. */
  step(line: string, name: string, act: () => Promise<Page>): Promise<void>
  count(): number
}

const numbered = (name: string, number: number): string | null => `${String(number).padStart(2, '0')}-${name}.png`

/** `fileOf` names the picture of a step, or null where none is wanted. */
export function createTelling(outDir: string, say: (line: string) => void, fileOf = numbered): Telling {
  mkdirSync(outDir, { recursive: true })
  let number = 0
  return {
    async step(line, name, act) {
      number += 1
      const file = fileOf(name, number)
      const page = await act()
      if (file !== null) {
        await drawn(page)
        await page.screenshot({ path: join(outDir, file) })
      }
      say(`${String(number).padStart(2)}. ${line}${file === null ? '' : `  ${file}`}`)
    },
    count: () => number,
  }
}

/** Frames of other origins are drawn by processes of their own: the picture waits until each has drawn what it says. */
async function drawn(page: Page): Promise<void> {
  const twoFrames = () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => window.setTimeout(resolve, 200))))
  await Promise.allSettled(page.frames().map((frame) => frame.evaluate(twoFrames)))
}
