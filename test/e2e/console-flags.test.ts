// Where a lead meets flags that nobody has answered: in the navigation, and in the list of playbooks.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemoryWorker } from '../console/memory-worker.ts'
import { axeFaults } from './axe.ts'
import { type DeskGallery, openBrowser, openDesk, openDeskGallery } from './console-desk.ts'

let browser: Browser
let gallery: DeskGallery
beforeAll(async () => {
  gallery = await openDeskGallery()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await gallery.close()
})

const place = (page: Page) => page.getByRole('navigation', { name: 'Console' }).getByRole('link', { name: /^Playbooks/ })
const rows = (page: Page) => page.getByRole('list', { name: 'Playbooks' }).getByRole('listitem')
/** A lead answers the first flag that is open. */
const answer = (page: Page, kind: 'looking' | 'declined') =>
  page.evaluate((said) => {
    const { worker } = window as unknown as { worker: MemoryWorker }
    worker.change(['news'], (state) => {
      const at = state.flags.findIndex(({ answers }) => !answers.some(({ kind }) => kind === 'declined'))
      const flag = state.flags[at]!
      const given = { id: crypto.randomUUID(), kind: said, by: flag.by, at: flag.receivedAt, text: 'Both guides hold.', version: null }
      state.flags = state.flags.with(at, { ...flag, revision: flag.revision + 1, answers: [...flag.answers, given] })
    })
  }, kind)

describe('flags', () => {
  test('are counted in the navigation until a lead has said something to each', async () => {
    const page = await openDesk(browser, gallery.url, '?state=heard#/inbox')
    await expect.poll(() => place(page).getAttribute('aria-label')).toBe('Playbooks, 2 flags wait')
    expect(await place(page).locator('..').textContent()).toContain('2')
    await answer(page, 'declined')
    await expect.poll(() => place(page).getAttribute('aria-label')).toBe('Playbooks, 1 flag waits')
    await answer(page, 'looking')
    await expect.poll(() => place(page).getAttribute('aria-label')).toBe(null)
  })

  test('lead from the list to the playbooks that have some, and the one that is read stays when its last is answered', async () => {
    const page = await openDesk(browser, gallery.url, '?state=heard#/playbooks')
    const all = await rows(page).count()
    await page.getByText(/^With flags 1$/).click()
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(all).toBeGreaterThan(1)
    expect(await axeFaults(page)).toEqual([])
    await rows(page).getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Counterfeit listing report' }).waitFor()
    await answer(page, 'declined')
    await answer(page, 'declined')
    await page.getByText(/^With flags 0$/).waitFor()
    expect(await rows(page).count()).toBe(1)
    await page.getByText(/^All \d+$/).click()
    await expect.poll(() => rows(page).count()).toBe(all)
    await page.getByText(/^With flags/).waitFor({ state: 'detached' })
  })

  test('are not spoken of where there are none', async () => {
    const page = await openDesk(browser, gallery.url, '#/playbooks')
    await rows(page).first().waitFor()
    expect(await place(page).getAttribute('aria-label')).toBe(null)
    expect(await page.getByText(/^With flags/).count()).toBe(0)
  })
})
