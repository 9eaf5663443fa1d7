// The search box and the suggestions, by keyboard and by pointer: at hand, found, pinned, put away, missing.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('the search box', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  const box = (page: Page) => page.getByRole('combobox', { name: 'Search playbooks and snippets' })
  const options = (page: Page) => page.getByRole('option')

  it('sets off what was searched for, corrected where it was mistyped, and shows more of the active hit', async () => {
    const page = await gallery.open('suggestions')
    await box(page).fill('autenticity')
    await options(page).first().waitFor()
    expect(await page.locator('mark').first().textContent()).toMatch(/^authenti/i)
    const lines = (at: number) =>
      options(page)
        .nth(at)
        .evaluate((option) => option.getBoundingClientRect().height)
    expect(await lines(0)).toBeGreaterThanOrEqual(await lines(1).catch(() => 0))
    expect(await axeFaults(page)).toEqual([])
    await page.close()
  })

  it('pins by key, and has what is pinned and what was opened last at hand before anything is typed', async () => {
    const page = await gallery.open('suggestions')
    await page.keyboard.press('/')
    await box(page).fill('proof')
    await options(page).first().waitFor()
    const pinned = (await options(page).first().locator('span').first().textContent()) ?? ''
    await page.keyboard.press('Alt+p')
    await options(page).first().getByText('Pinned').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('/')
    await box(page).press('ArrowDown')
    await options(page).first().getByText('Pinned').waitFor()
    expect(await options(page).first().textContent()).toContain(pinned)
    await box(page).press('Escape')
    expect(await options(page).count()).toBe(0)
    await page.close()
  })

  it('offers to tell the lead what is missing, and puts it into the note', async () => {
    const page = await gallery.open('suggestions')
    await box(page).fill('zeppelin insurance')
    await page.getByRole('button', { name: 'Tell the lead that this is missing' }).click()
    expect(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('Missing in the library: zeppelin insurance')
    expect(await heard(page, 'escalation.create')).toEqual([])
    await page.close()
  })

  it('never writes a snippet of the team over an own one that is half written', async () => {
    const page = await gallery.open('suggestions')
    const toOwn = async (title: string) => {
      await box(page).fill(title)
      await options(page).first().click()
      await page.getByRole('button', { name: 'Save as mine' }).click()
      return page.getByRole('textbox', { name: 'Title' })
    }
    await (await toOwn('Ask for proof of authenticity')).fill('Half written')
    await page.getByRole('button', { name: 'Back to the case' }).click()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    const field = await toOwn('Authenticity confirmed')
    await page.getByText('You were still writing this one. Save or cancel it, then save “Authenticity confirmed”.').waitFor()
    expect(await field.inputValue()).toBe('Half written')
    await page.close()
  })

  it('puts a suggestion away on this case and brings it back', async () => {
    const page = await gallery.open('suggestions')
    const list = page.getByRole('list', { name: 'Playbooks for this page' })
    const before = await list.getByRole('listitem').count()
    await page.getByRole('button', { name: 'More for suggestion 1' }).click()
    await page.getByRole('menuitem', { name: 'Not this one' }).click()
    await page.getByText('Put away on this case:').waitFor()
    expect(await list.getByRole('listitem').count()).toBe(before - 1)
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: /^Bring back / }).click()
    await page.getByText('Put away on this case:').waitFor({ state: 'detached' })
    expect(await list.getByRole('listitem').count()).toBe(before)
    await page.close()
  })
})
