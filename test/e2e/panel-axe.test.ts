// No screen of the panel or the welcome page has an accessibility fault that axe can find, in both themes.
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { states } from '../components/gallery/states.ts'
import { type Gallery, hasChromium, openGallery } from './panel-gallery.ts'

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

describe.skipIf(!hasChromium)('axe', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it.for(Object.keys(states).flatMap((state) => ['light', 'dark'].map((theme) => [state, theme] as const)))(
    'finds nothing in %s, %s',
    async ([state, theme]) => {
      const page = await gallery.open(state, `&theme=${theme}`)
      await page.getByRole('button', { name: 'Escalate' }).waitFor()
      expect(await faults(page)).toEqual([])
      await page.close()
    },
  )

  it('finds nothing with the note open, the menu open, and search results shown', async () => {
    const page = await gallery.open('run-half')
    await page.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await page.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('prof')
    await page.getByRole('option').first().waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Panel menu' }).click()
    expect(await faults(page)).toEqual([])
    await page.close()
  })

  it.for(['suggestions', 'never-joined'])('finds nothing on the welcome page, %s', async (state) => {
    const page = await gallery.openWelcome(state)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.close()
  })
})
