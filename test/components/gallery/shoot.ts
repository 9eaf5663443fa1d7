// Pictures of every state of the panel, to be looked at: `npm run states -- --out DIR [state ...]`. Light and dark at 380 px, and the ways in
// which people who see or move differently have it: twice as large, reflowed, in forced colours, narrow.
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { findChromium, launchFlags } from '../../../demo/stage/chromium.ts'
import { serveGallery } from './serve.ts'
import { settled } from './settled.ts'
import { states } from './states.ts'

const { values, positionals: only } = parseArgs({ options: { out: { type: 'string', default: '.' } }, allowPositionals: true })
const unknown = only.filter((state) => !(state in states))
if (unknown.length > 0) {
  console.error(`There is no state ${unknown.join(', ')}. There are: ${Object.keys(states).join(', ')}.`)
  process.exit(2)
}
const folder = resolve(values.out)
mkdirSync(folder, { recursive: true })
let written = 0

interface Way {
  name: string
  theme: 'light' | 'dark'
  size: [width: number, height: number]
  /** Device pixels for one of the page: the browser's zoom. */
  zoom?: number
  forced?: boolean
}
const ways: Way[] = [
  { name: 'light', theme: 'light', size: [380, 900] },
  { name: 'dark', theme: 'dark', size: [380, 900] },
  { name: 'forced-colours', theme: 'dark', size: [380, 900], forced: true },
  { name: 'zoom-200', theme: 'light', size: [190, 450], zoom: 2 },
  { name: 'reflow-320', theme: 'light', size: [320, 640] },
]

const gallery = await serveGallery()
const browser = await chromium.launch({ executablePath: findChromium(), args: launchFlags() })
for (const { name, theme, size, zoom = 1, forced = false } of ways) {
  const [width, height] = size
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: zoom,
    reducedMotion: 'reduce',
    forcedColors: forced ? 'active' : 'none',
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error.message))
  for (const state of only.length > 0 ? only : Object.keys(states)) {
    await page.goto(`${gallery.url}?state=${state}&theme=${theme}`)
    await page.getByRole('button', { name: 'Panel menu' }).waitFor()
    await picture(page, `${state}-${name}`)
  }
  if (only.length === 0 && zoom === 1) await screens(page, name, theme)
  await context.close()
}
await browser.close()
await gallery.close()
console.log(`${written} pictures in ${folder}`)

async function picture(page: Page, name: string): Promise<void> {
  await settled(page)
  await page.screenshot({ path: `${folder}/panel-${name}.png` })
  written += 1
}

/** What is a key away from every state, and the welcome page. */
async function screens(page: Page, name: string, theme: string): Promise<void> {
  await page.goto(`${gallery.url}?state=run-half&theme=${theme}`)
  await settled(page)
  for (const [screen, keys] of [
    ['keys', ['?']],
    ['mine', ['Backspace', 'm']],
    ['note', ['Backspace', 'e']],
    ['menu', ['Escape', '.']],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key)
    await picture(page, `${screen}-${name}`)
  }
  await page.setViewportSize({ width: 760, height: 1100 })
  for (const state of ['suggestions', 'never-joined']) {
    await page.goto(`${gallery.url}welcome.html?state=${state}&theme=${theme}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await picture(page, `welcome-${state}-${name}`)
  }
}
