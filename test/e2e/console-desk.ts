// The console over a worker in memory, opened in a real browser; and what axe says of it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium, launchFlags } from '../../demo/stage/chromium.ts'

export const firstCase = '#/inbox/029aa000-0000-7000-8000-000000000001'
export const withRun = '#/inbox/029aa000-0000-7000-8000-000000000002'

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: launchFlags() })
}

export async function openDesk(browser: Browser, url: string, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  await page.goto(`${url}${address}`)
  await page.locator('main :is(h1, h2, a)').first().waitFor()
  return page
}

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

/** `rule: selector` of each violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}
