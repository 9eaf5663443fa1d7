// No screen of the panel or the welcome page has an accessibility fault that axe can find, in both themes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { states } from '../components/gallery/states.ts'
import { axeFaults } from './axe.ts'
import { type Gallery, openGallery } from './panel-gallery.ts'

describe('axe', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it.for(Object.keys(states))('finds nothing in %s', async (state) => {
    const page = await gallery.open(state)
    await page.getByRole('button', { name: 'Panel menu' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.close()
  })

  it('finds nothing with the note open, the menu open, and search results shown', async () => {
    const page = await gallery.open('run-half')
    await page.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await page.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('prof')
    await page.getByRole('option').first().waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Panel menu' }).click()
    expect(await axeFaults(page)).toEqual([])
    await page.close()
  })

  it.for(['suggestions', 'never-joined'])('finds nothing on the welcome page, %s', async (state) => {
    const page = await gallery.openWelcome(state)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.close()
  })
})
