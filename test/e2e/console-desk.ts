// The console over a worker in memory, opened in a real browser.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium, launchFlags } from '../../demo/stage/chromium.ts'
import { buildGallery, serveGallery } from '../console/gallery/serve.ts'
import { builtOnce } from '../database.ts'

export const firstCase = '#/inbox/029aa000-0000-7000-8000-000000000001'
export const withRun = '#/inbox/029aa000-0000-7000-8000-000000000002'

export type DeskGallery = Awaited<ReturnType<typeof serveGallery>>

export const openDeskGallery = async (): Promise<DeskGallery> => serveGallery(await builtOnce('console-gallery', buildGallery))

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
