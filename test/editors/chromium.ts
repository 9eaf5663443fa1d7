// Drives the editors' site in a real Chromium, with the page script in a world of its own.

import { until } from '../../demo/stage/rail.ts'
import { inject, openBrowser } from '../page/stage/browser.ts'
import type { Driver } from './measure.ts'

export async function driveChromium(url: string): Promise<Driver & { version: string; stop: () => Promise<void> }> {
  const browser = await openBrowser()
  const context = await browser.newContext()
  return {
    version: browser.version().split('.')[0]!,
    async open(query) {
      const page = await context.newPage()
      await page.goto(`${url}?editor=${query}`)
      await until(() => page.evaluate(() => window.stage !== undefined), `the editor of ${query}`)
      const injected = await inject(page)
      // The tools come when the launcher is first touched; from then on the caret is remembered.
      await injected.world.evaluate(`chrome.runtime.sendMessage({ name: 'page.tools', request: {} })`)
      return {
        ask: (what) => page.evaluate((name) => window.stage![name]() as never, what),
        leave: () => page.frameLocator('#elsewhere').getByRole('button').click(),
        insert: (insertion) => injected.order({ name: 'page.insert', ...insertion }),
        undo: () => page.keyboard.press('Control+z'),
        close: () => page.close(),
      }
    },
    stop: () => browser.close(),
  }
}
