// What is wrong on this device and what a person can do about it, on the worker in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('the notice above everything', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it('of a refused item lets a person try again, export, and put it away', async () => {
    const page = await gallery.open('refused')
    await page.getByText('The hub refused one item.').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => heard(page, 'outbox.retry')).toHaveLength(1)
    await page.getByRole('button', { name: 'Export unsent' }).waitFor()
    await page.getByRole('button', { name: 'Put away' }).click()
    await page.getByText('The hub refused one item.').waitFor({ state: 'detached' })
    expect(await heard(page, 'outbox.dismiss')).toEqual([{ what: 'refused' }])
    await page.close()
  })

  it('names the member for whom an item waits', async () => {
    const page = await gallery.open('others')
    await page.getByText('2 items wait for Mira Novak, who saved them on this device.').waitFor()
    await page.getByText('Connected, 2 wait for Mira Novak').waitFor()
    await page.close()
  })

  it('says that an update is needed where the hub is newer, and leaves the case to be worked on', async () => {
    const page = await gallery.open('outdated')
    await page.getByText('An update of Handrail is needed.').waitFor()
    await page.getByRole('list', { name: 'Playbooks for this page' }).getByRole('button').first().waitFor()
    await page.close()
  })

  it('of lost items is put away alone', async () => {
    const page = await gallery.open('lost')
    await page.getByText('One saved item may be lost').waitFor()
    await page.getByRole('button', { name: 'Put away' }).click()
    await page.getByText('may be lost').waitFor({ state: 'detached' })
    expect(await heard(page, 'outbox.dismiss')).toEqual([{ what: 'lost' }])
    await page.close()
  })
})
