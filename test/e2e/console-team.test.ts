import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const onNewDevice = /^Invite .* on a new device$/

describe('the team', () => {
  test('an admin invites a member on a new device', async () => {
    const page = await openDesk(browser, gallery.url, '#/team', { viewport: { width: 1024, height: 500 } })
    await page.getByRole('button', { name: 'Invite Mira Chen on a new device' }).click()
    const card = page.getByRole('status').filter({ hasText: 'For Mira Chen. Works once, for seven days.' })
    await expect.poll(() => card.getByRole('textbox', { name: 'Invite code' }).inputValue()).toMatch(/\w/)
    await expect.poll(() => card.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    const sent = await page.evaluate("worker.sent.filter(({ name }) => name === 'team.invite').map(({ request }) => request)")
    expect(sent).toEqual([expect.objectContaining({ role: 'agent', memberId: expect.stringMatching(/^[0-9a-f-]{36}$/) })])
    expect(await axeFaults(page)).toEqual([])
  })

  test('a lead invites only agents again, an admin anyone', async () => {
    const names = async (address: string) => {
      const page = await openDesk(browser, gallery.url, address)
      await page.getByRole('button', { name: onNewDevice }).first().waitFor()
      return (await page.getByRole('button', { name: onNewDevice }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).sort()
    }
    expect(await names('?state=lead#/team')).toEqual(['Invite Mira Chen on a new device', 'Invite Tobias Lund on a new device'])
    expect(await names('#/team')).toHaveLength(4)
  })

  test('a refusal is told and leaves the team as it was', async () => {
    const page = await openDesk(browser, gallery.url, '#/team')
    await page.evaluate("worker.refuse('team.invite', { code: 'unavailable', message: 'The hub cannot be reached.' })")
    const button = page.getByRole('button', { name: 'Invite Mira Chen on a new device' })
    await button.click()
    await page.getByText('The hub cannot be reached.').waitFor()
    await expect.poll(() => button.isEnabled()).toBe(true)
    expect(await page.getByLabel('Invite code').count()).toBe(0)
  })
})

describe('the sites', () => {
  test('a field that can no longer be read is told above every screen, and stands first on its page', async () => {
    const page = await openDesk(browser, gallery.url, '?state=broken#/inbox')
    const banner = page.getByRole('status').filter({ hasText: 'Request Tracker: "Category" has not been read since' })
    await banner.getByRole('link', { name: 'Open Sites' }).click()
    const card = page.getByRole('region', { name: 'Request Tracker' })
    await expect.poll(() => card.getByRole('listitem').first().textContent()).toMatch(/^Category, not read since .+: 3 cases in a row, told by 2 members$/)
    expect(await card.getByText('was not read from').count()).toBe(1)
    expect(await axeFaults(page)).toEqual([])
    await page.evaluate("worker.change(['sites'], (state) => { state.sites = { ...state.sites, faults: [] } })")
    await expect.poll(() => banner.count()).toBe(0)
  })

  test('a team without profiles reads what cases are known by, and how to write one', async () => {
    const page = await openDesk(browser, gallery.url, '?state=bare#/sites')
    await page.getByText('There is no site profile yet').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})
