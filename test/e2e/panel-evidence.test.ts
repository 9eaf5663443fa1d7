// Where the words of a step lead: on the worker in memory.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('a step of a run', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`)

  it('leads to the playbook that its words name', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'other').getByRole('button', { name: 'Item not received' }).click()
    await page.getByRole('article', { name: 'Item not received' }).waitFor()
    expect(await heard(page, 'run.set')).toEqual([])
    await page.close()
    const again = await gallery.open('run-handover')
    await step(again, 'value').getByRole('button', { name: 'Counterfeit listing report' }).click()
    await again.getByRole('article', { name: 'Counterfeit listing report' }).waitFor()
    await again.close()
  })
})
