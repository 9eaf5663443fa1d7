// The rail as the panel's menu and the welcome page speak of it, on the worker in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('the rail of a site', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it('stands in the menu as it is now', async () => {
    const page = await gallery.open('snoozed')
    await page.getByText(/^Snoozed until .* the launcher does not show/).waitFor()
    await page.getByRole('button', { name: 'Panel menu' }).click()
    const checked = (name: string) => page.getByRole('menuitemradio', { name }).getAttribute('aria-checked')
    expect([await checked('Dock beside the page'), await checked('Float over the page'), await checked('Right edge')]).toEqual(['false', 'true', 'true'])
    await page.getByRole('menuitem', { name: /^Show the launcher now Snoozed until/ }).waitFor()
    await page.getByRole('menuitemradio', { name: 'Dock beside the page' }).click()
    await page.getByRole('button', { name: 'Panel menu' }).click()
    await expect.poll(() => checked('Dock beside the page')).toBe('true')
    await page.close()
  })

  it('says that it is off here, and comes back at a click', async () => {
    const page = await gallery.open('off-here')
    await page.getByText('Off here: the launcher does not show on this site.').waitFor()
    await page.getByRole('button', { name: 'Switch on again' }).click()
    await page.getByText('Off here').waitFor({ state: 'detached' })
    expect(await heard(page, 'rail.set')).toMatchObject([{ rail: { snoozedUntil: 0 } }])
    await page.close()
  })

  it('can be switched on again from the list of sites', async () => {
    const page = await gallery.openWelcome('suggestions')
    await page.getByText('Off here').waitFor()
    await page.getByRole('button', { name: 'Switch on again on https://chat.example.com' }).waitFor()
    await page.close()
  })
})
