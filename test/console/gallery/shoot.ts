// Photographs the console in every situation, in two sizes, light and dark: `node test/console/gallery/shoot.ts [folder]`.
import { chromium, type Page } from 'playwright-core'
import { findChromium, launchFlags } from '../../../demo/stage/chromium.ts'
import { serveGallery } from './serve.ts'

const folder = process.argv[2] ?? '/tmp'
const only = process.argv[3]
const scenes: [string, string][] = [
  ['inbox', '#/inbox'],
  ['case', '#/inbox/029aa000-0000-7000-8000-000000000002'],
  ['closed', '?state=closed#/inbox/029aa000-0000-7000-8000-000000000002'],
  ['taken', '#/inbox/029aa000-0000-7000-8000-000000000004'],
  ['ruled', '#/inbox/029aa000-0000-7000-8000-000000000005'],
  ['withdrawn', '#/inbox/029aa000-0000-7000-8000-000000000007'],
  ['empty', '?state=empty#/inbox'],
  ['offline', '?state=offline#/inbox/029aa000-0000-7000-8000-000000000001'],
  ['agent', '?state=agent#/inbox'],
  ['none', '?state=none#/inbox'],
  ['playbooks', '#/playbooks'],
  ['playbook', '#/playbooks/counterfeit-listing'],
  ['version', '#/playbooks/counterfeit-listing/v/2'],
  ['flags', '?state=heard#/playbooks'],
  ['heard', '?state=heard#/playbooks/counterfeit-listing'],
  ['coached', '?state=heard#/inbox/029aa000-0000-7000-8000-000000000005'],
  ['new', '#/playbooks/new'],
  ['editor', '#/playbooks/counterfeit-listing/edit'],
  ['publish', '#/playbooks/counterfeit-listing/edit'],
  ['publish-fault', '#/playbooks/counterfeit-listing/edit'],
  ['team', '#/team'],
  ['sites', '#/sites'],
  ['broken', '?state=broken#/sites'],
]
const frames = [
  { name: '1280-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: '1280-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: '1920-light', viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  { name: '1920-dark', viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' },
  { name: '1024-dark', viewport: { width: 1024, height: 700 }, colorScheme: 'dark' },
] as const

const gallery = await serveGallery()
const browser = await chromium.launch({ executablePath: findChromium(), args: launchFlags() })
for (const { name, viewport, colorScheme } of frames) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  for (const [scene, address] of scenes) {
    if (only && !only.split(',').includes(`${scene}-${name}`) && !only.split(',').includes(scene)) continue
    const page = await context.newPage()
    page.on('pageerror', (error) => console.log(`${scene}: ${error.message}`))
    page.on('console', (message) => message.type() === 'error' && console.log(`${scene}: ${message.text()}`))
    await page.goto(`${gallery.url}${address}`)
    await page.locator('main :is(h1, h2, a)').first().waitFor()
    if (address.endsWith('/edit')) await page.locator('.cm-content').waitFor()
    if (scene.startsWith('publish')) await publish(page, scene === 'publish-fault')
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${folder}/console-${scene}-${name}.png` })
    await page.close()
  }
  await context.close()
}
await browser.close()
await gallery.close()

/** Adds a step and asks to publish; then adds one that is at fault. */
async function publish(page: Page, isBroken: boolean): Promise<void> {
  const append = async (text: string) => {
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.insertText(text)
  }
  await append('\n## After\n- [ ] Tell the brand what was decided {evidence: note}')
  await page.getByRole('button', { name: 'Publish' }).click()
  if (!isBroken) return
  await append('\n- [ ] Thank the buyer {snippet: no-such-snippet}')
  await page.getByText(/^Line \d+ has an error/).waitFor()
}
