// A newer version of the playbook that a run is on: offered, moved to by the agent or a lead, or stopped. On the worker in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('a newer version', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it('is compared, moved to with what becomes of the answers, and left again by Undo', async () => {
    const page = await gallery.open('run-half')
    await page.getByText('Version 4 is out. This run stays on version 3.').waitFor()
    await page.getByRole('button', { name: 'What changed' }).click()
    const changes = page.getByRole('list', { name: 'What changed in version 4' })
    await changes.getByText(/is new\./).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Move to version 4' }).click()
    await page.getByText('This run is on version 4 now.').waitFor()
    await page.getByText(/^2 answers kept, 1 asked again/).waitFor()
    await page.getByText('In version 3: done').first().waitFor()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByText('Version 4 is out. This run stays on version 3.').waitFor()
    expect(await heard(page, 'run.stay')).toHaveLength(1)
    await page.close()
  })

  it('that stops the run lets nothing be answered before the agent has read what changed and moved on', async () => {
    const page = await gallery.open('run-stopped')
    await page.getByText('Version 3 was stopped. Do not work on with it.').waitFor()
    await page.getByRole('list', { name: 'What changed in version 4' }).waitFor()
    expect(await page.getByRole('checkbox').first().isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: /^Close the run/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Move to version 4' }).click()
    await page.getByText(/^Version 4\./).waitFor()
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).count()).toBe(0)
    await page.getByRole('checkbox', { name: /Save the listing as a page/ }).check()
    await page.close()
  })

  it('that a lead moved the run to says so until it is dismissed', async () => {
    const page = await gallery.open('run-moved-by-lead')
    const told = page.getByText('Lea Brandt published version 4 for open cases. This run moved to it from version 3.')
    await told.waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await told.waitFor({ state: 'detached' })
    await page.close()
  })
})
