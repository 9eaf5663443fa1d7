// A Chromium with the built extension and a profile of its own: for the tests, the tour and the start.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumId } from '../../lib/identity.ts'
import { findChromium, launchFlags } from './chromium.ts'

/** HANDRAIL_BUILD names another build to try, such as an older release. */
export const buildDir = resolve(process.env.HANDRAIL_BUILD ?? '.output/chrome-mv3')

export interface Stage {
  context: BrowserContext
  /** Our own page, such as `sidebar.html`, in a new tab. */
  open(path: string): Promise<Page>
  close(): Promise<void>
}

interface StageOptions {
  profileDir: string
  headless?: boolean
  extensionDir?: string
  /** Chromium's cookie setting for frames of other sites; extension frames in pages are such frames. */
  thirdPartyStorage?: 'allowed' | 'blocked'
  size?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  position?: { x: number; y: number }
  /** Further flags, such as a debugging port for a side panel, which the launching connection does not list. */
  flags?: string[]
}

export async function launchStage(options: StageOptions): Promise<Stage> {
  const extension = options.extensionDir ?? buildDir
  if (!existsSync(join(extension, 'manifest.json'))) throw new Error(`There is no built extension in ${extension}: run npm run build first.`)
  seedPreferences(options.profileDir, options.thirdPartyStorage ?? 'allowed')
  const size = options.size ?? { width: 1280, height: 900 }
  const headless = options.headless ?? true
  const context = await chromium.launchPersistentContext(options.profileDir, {
    executablePath: findChromium(),
    headless,
    // Whoever opened the stage closes it, in order; the driver's own handlers would end the process first.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: headless ? size : null,
    colorScheme: headless ? (options.colorScheme ?? 'light') : null,
    // Playwright switches storage partitioning off, and with it a frame's access to its own storage; people have it on.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...launchFlags(),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--enable-unsafe-extension-debugging',
      ...(options.flags ?? []),
      ...(headless ? [] : [`--window-size=${size.width},${size.height}`, `--window-position=${options.position?.x ?? 0},${options.position?.y ?? 0}`]),
    ],
  })
  // A busy machine is slow, not wrong; what never comes still ends the wait.
  context.setDefaultTimeout(75_000)
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker')
  return {
    context,
    async open(path) {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${chromiumId}/${path}`)
      return page
    },
    close: () => context.close(),
  }
}

function seedPreferences(profileDir: string, thirdPartyStorage: 'allowed' | 'blocked'): void {
  const file = join(profileDir, 'Default', 'Preferences')
  if (existsSync(file)) return
  mkdirSync(join(profileDir, 'Default'), { recursive: true })
  const profile =
    thirdPartyStorage === 'blocked'
      ? { block_third_party_cookies: true, cookie_controls_mode: 1 }
      : { block_third_party_cookies: false, cookie_controls_mode: 0 }
  writeFileSync(file, JSON.stringify({ extensions: { ui: { developer_mode: true } }, profile }))
}

/**
 * Grants a host as the browser's own prompt would, which headless browsers never show: afterwards the product's own click on
 * "Use Handrail here" is answered with yes. `pattern` is a match pattern such as `http://127.0.0.1:4310/*`.
 */
export async function grantHost({ context }: Stage, pattern: string): Promise<void> {
  const page = await context.newPage()
  await page.goto('chrome://extensions')
  await page.evaluate(
    ([id, host]) =>
      (
        globalThis as unknown as { chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } } }
      ).chrome.developerPrivate.addHostPermission(id!, host!),
    [chromiumId, pattern],
  )
  await page.close()
}

/** Ends the service worker as the browser does when it is idle, or when it crashed. */
export async function killWorker({ context }: Stage): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  for (const { targetId, type, url } of targetInfos) {
    if (type === 'service_worker' && url.includes(chromiumId)) await session.send('Target.closeTarget', { targetId })
  }
  await session.detach()
}
