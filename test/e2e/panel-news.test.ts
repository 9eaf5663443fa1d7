// News, flags, confirmations and the list of own escalations, by keyboard: on the worker in memory.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { type Gallery, heard, openGallery, steer } from './panel-gallery.ts'

const items = (page: Page) => page.getByRole('list', { name: 'News' }).locator(':scope > li')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-step]')?.getAttribute('data-step'))

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

describe('what is new', () => {
  it('opens with w, puts what has to be confirmed first, and reads nothing by being looked at', async () => {
    const page = await gallery.open('news')
    await page.getByRole('button', { name: '6 new' }).waitFor()
    await page.keyboard.press('w')
    await page.getByRole('heading', { name: 'News' }).waitFor()
    expect(await items(page).first().textContent()).toContain('To confirm. You are asked for it on the next case')
    expect(await items(page).count()).toBe(7)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '6 new' }).waitFor()
    expect(await heard(page, 'news.read')).toEqual([])
    await page.close()
  })

  it('is put behind one by one or together, but for what waits for a word', async () => {
    const page = await gallery.open('news')
    await page.keyboard.press('w')
    await items(page).filter({ hasText: 'fixed it in version 4' }).getByRole('button', { name: 'Got it' }).click()
    await page.getByText('5 new').first().waitFor()
    await page.getByRole('button', { name: 'Mark 3 as read' }).click()
    await page.getByText('2 new').first().waitFor()
    await items(page).filter({ hasText: 'wrote to you about #47' }).getByRole('button', { name: 'Mark as read' }).click()
    await page.getByText('Marked as read. Saved on this device').waitFor()
    await page.getByText('1 new').first().waitFor()
    await page.close()
  })

  it('shows what changed since the version that the agent knows, and leads to where it belongs', async () => {
    const page = await gallery.open('news')
    await page.keyboard.press('w')
    await items(page).first().getByRole('button', { name: 'What changed' }).click()
    await page
      .getByRole('list', { name: /^What changed in Counterfeit/ })
      .getByText('is new.')
      .waitFor()
    await page.getByRole('button', { name: 'Open #47' }).click()
    await page.getByRole('heading', { name: 'My escalations' }).waitFor()
    await page.getByRole('region', { name: /^Note from/ }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.close()
  })

  it('says how it looks when nothing is', async () => {
    const page = await gallery.open('suggestions')
    await page.keyboard.press('w')
    await page.getByText('Nothing is new.').waitFor()
    await page.close()
  })
})

describe('a flag', () => {
  it('is two actions from the step: choose, then send; the focus goes back to the step', async () => {
    const page = await gallery.open('run-fresh')
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('f')
    const form = page.getByRole('region', { name: 'What is it about this step?' })
    await form.waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('radio')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await form.getByText('Choose what it is first.').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+Enter')
    await page.getByText('You flagged this as unclear. Saved on this device').waitFor()
    expect(await heard(page, 'flag.make')).toMatchObject([{ stepId: 'compare', kind: 'unclear', word: '' }])
    await expect.poll(() => focused(page)).toBe('compare')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('You flagged this').waitFor({ state: 'detached' })
    await page.close()
  })

  it('keeps its words when it could not be saved, and types no key of the row', async () => {
    const page = await gallery.open('run-fresh')
    await page.getByRole('button', { name: 'Flag this playbook' }).click()
    await page.getByRole('radio', { name: 'Something is missing' }).click()
    await page.getByLabel('In a word (optional)').fill('No step for parcels')
    await steer(page, { failure: 'The disk is full.' })
    await page.keyboard.press('Control+Enter')
    await page.getByText('The disk is full.').waitFor()
    expect(await page.getByLabel('In a word (optional)').inputValue()).toBe('No step for parcels')
    await steer(page, { failure: null })
    await page.keyboard.press('Control+Enter')
    await page.getByText('You flagged this playbook because something is missing.').waitFor()
    await page.close()
  })
})

describe('a version to confirm', () => {
  it('stands above steps that can be worked on, and is confirmed by its key', async () => {
    const page = await gallery.open('run-confirm')
    await page.getByText('Changed since version 3. Read it once and confirm it.').waitFor()
    await page.getByRole('list', { name: 'What changed in version 4' }).getByText('is new.').waitFor()
    expect(await page.getByRole('checkbox').first().isEnabled()).toBe(true)
    await page.keyboard.press('Shift+y')
    await page.getByText('Read it once and confirm it.').waitFor({ state: 'detached' })
    expect(await heard(page, 'receipt.record')).toContainEqual({ playbookId: 'counterfeit-listing', version: 4, kind: 'acknowledged' })
    await page.close()
  })
})

describe('my escalations', () => {
  it('stand in groups, what waits for the agent first, and are found by words', async () => {
    const page = await gallery.open('news')
    await page.getByRole('button', { name: 'Panel menu' }).click()
    await page.getByRole('menuitem', { name: 'My escalations' }).click()
    const groups = page.locator('section[data-group]')
    await groups.first().waitFor()
    expect(await groups.evaluateAll((all) => all.map((group) => [group.getAttribute('aria-label'), group.querySelectorAll('li').length]))).toEqual([
      ['Waits for you', 2],
      ['Under way', 3],
      ['Over', 2],
    ])
    await page.getByRole('searchbox', { name: 'Filter my escalations' }).fill('remove listing')
    await expect.poll(() => groups.count()).toBe(1)
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('searchbox').fill('nowhere')
    await page.getByText('None of your escalations says that.').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => groups.count()).toBe(3)
    await page.close()
  })
})
