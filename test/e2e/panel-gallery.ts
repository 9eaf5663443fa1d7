// Opens the panel's gallery in a real Chromium.
import { chromium, type Page } from 'playwright-core'
import { findChromium, launchFlags } from '../../demo/stage/chromium.ts'
import type { MemoryWorker } from '../components/gallery/memory-worker.ts'
import { buildGallery, serveGallery } from '../components/gallery/serve.ts'
import { builtOnce } from '../database.ts'

export interface Gallery {
  open: (state: string, query?: string) => Promise<Page>
  openWelcome: (state: string, hash?: string) => Promise<Page>
  close: () => Promise<void>
}

export async function openGallery(): Promise<Gallery> {
  const served = await serveGallery(await builtOnce('panel-gallery', buildGallery))
  const browser = await chromium.launch({ executablePath: findChromium(), args: launchFlags() })
  // One context for all pages: the bundle is fetched once.
  const context = await browser.newContext({ viewport: { width: 380, height: 900 }, reducedMotion: 'reduce' })
  async function open(path: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(`${served.url}${path}`)
    await page.getByRole('main').waitFor()
    return page
  }
  return {
    open: (state, query = '') => open(`?state=${state}${query}`),
    openWelcome: (state, hash = '') => open(`welcome.html?state=${state}${hash}`),
    async close() {
      await browser.close()
      await served.close()
    },
  }
}

/** Steers the worker in memory: how it answers from now on. */
export function steer(page: Page, change: Partial<Pick<MemoryWorker, 'failure' | 'insertArrives'>>): Promise<void> {
  return page.evaluate((wanted) => {
    Object.assign((window as unknown as { worker: MemoryWorker }).worker, wanted)
  }, change)
}

export function heard(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => (window as unknown as { worker: MemoryWorker }).worker.heard.filter((message) => message.name === wanted).map(({ request }) => request),
    name,
  )
}
