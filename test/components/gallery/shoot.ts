// Screenshots of every state in both themes: `node test/components/gallery/shoot.ts DIR [state ...]`.
import { chromium } from 'playwright-core'
import { findChromium, launchFlags } from '../../../demo/stage/chromium.ts'
import { serveGallery } from './serve.ts'
import { states } from './states.ts'

const [folder = '.', ...only] = process.argv.slice(2)
const gallery = await serveGallery()
const browser = await chromium.launch({ executablePath: findChromium(), args: launchFlags() })
const page = await browser.newPage({ viewport: { width: 380, height: 900 } })
page.on('pageerror', (error) => console.error(error.message))
for (const state of only.length > 0 ? only : Object.keys(states))
  for (const theme of ['light', 'dark']) {
    await page.goto(`${gallery.url}?state=${state}&theme=${theme}`)
    await page.getByRole('button', { name: 'Escalate', exact: true }).waitFor()
    await page.screenshot({ path: `${folder}/panel-${state}-${theme}.png` })
  }
await page.setViewportSize({ width: 760, height: 1100 })
for (const state of only.length > 0 ? [] : ['suggestions', 'never-joined'])
  for (const theme of ['light', 'dark']) {
    await page.goto(`${gallery.url}welcome.html?state=${state}&theme=${theme}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.screenshot({ path: `${folder}/panel-welcome-${state}-${theme}.png` })
  }
await browser.close()
await gallery.close()
