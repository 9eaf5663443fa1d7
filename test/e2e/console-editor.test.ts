import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const edit = '#/playbooks/counterfeit-listing/edit'
const source = (page: Page) => page.getByRole('textbox', { name: 'Playbook source' })
const publishButton = (page: Page) => page.getByRole('button', { name: 'Publish', exact: true })

async function openEditor(): Promise<Page> {
  const page = await openDesk(browser, gallery.url, edit)
  await source(page).waitFor()
  return page
}
async function append(page: Page, text: string) {
  await source(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

describe('the playbook editor', () => {
  test('shows what is typed in the preview and publishes it with a note', async () => {
    const page = await openEditor()
    expect(await publishButton(page).isDisabled()).toBe(true)
    await append(page, '- [=] Warn the seller')
    await page.getByRole('region', { name: 'Preview' }).getByText('Warn the seller').waitFor()
    await page.getByText(/Draft saved on this device/).waitFor()
    await publishButton(page).click()
    await publishButton(page).click()
    await page.getByText('Say what changed, in one line.').waitFor()
    await page.getByLabel('What changed in version 5').fill('Offer a warning')
    await publishButton(page).click()
    await page.getByText('version 5. Pushed to the team.').waitFor()
    await page.getByRole('link', { name: 'v5', exact: true }).waitFor()
  })

  test('an error disables Publish and leads to its line', async () => {
    const page = await openEditor()
    await append(page, '\n## More\n- [ ] Insert {snippet: no-such-snippet}')
    await page.getByRole('button', { name: /no-such-snippet/ }).waitFor()
    expect(await publishButton(page).isDisabled()).toBe(true)
    await page.getByText(/^Line \d+ has an error/).waitFor()
  })

  test.each([1280, 1920])('what is asked before publishing is one block at %i px, and an error moves nothing in it', async (width) => {
    const page = await openDesk(browser, gallery.url, edit, { viewport: { width, height: 900 } })
    await source(page).waitFor()
    await append(page, '- [=] Warn the seller')
    await publishButton(page).click()
    const note = page.getByLabel('What changed in version 5')
    const parts = [
      note,
      ...['Stay as they are', 'Move to this version', 'Stop', 'Ask everyone to confirm'].map((name) => page.getByLabel(name, { exact: true })),
    ]
    const buttons = [publishButton(page), page.getByRole('button', { name: 'Cancel' })]
    const places = (all: Locator[]) => Promise.all(all.map(async (one) => (await one.boundingBox())!))
    const before = await places([...parts, ...buttons])
    const title = (await page.getByRole('heading', { level: 1 }).boundingBox())!
    // One column under the title, the buttons beside each other at its foot.
    expect(new Set([title, ...before.slice(0, -1)].map(({ x }) => Math.round(x))).size).toBe(1)
    expect(before.map(({ y }) => y).toSorted((a, b) => a - b)).toEqual(before.map(({ y }) => y))
    expect(before.at(-1)!.y).toBe(before.at(-2)!.y)
    const changes = (await page.getByRole('region', { name: 'What agents will read' }).boundingBox())!
    expect(changes.x).toBeGreaterThan(before[0]!.x + before[0]!.width)
    const hint = page.getByText('They end on their version. Agents may move them.')
    expect(await hint.evaluate((element) => getComputedStyle(element).fontSize)).toBe('13px')
    await append(page, '\n## More\n- [ ] Insert {snippet: no-such-snippet}')
    await page.getByText(/^Line \d+ has an error/).waitFor()
    expect(await places([...parts, ...buttons])).toEqual(before)
    await page.context().close()
  })

  test('a version published meanwhile keeps the text and can be built upon', async () => {
    const page = await openEditor()
    await append(page, '- [=] Warn the seller')
    await page.evaluate(`window.worker.change(['library'], ({ playbooks }) => {
      const versions = playbooks.get('counterfeit-listing')
      const newest = versions.at(-1)
      playbooks.set('counterfeit-listing', [...versions, { ...newest, version: 5, note: 'Theirs', markdown: newest.markdown + '- [=] Theirs\\n' }])
    })`)
    await page.getByText('published version 5 meanwhile').waitFor()
    await page.getByRole('link', { name: 'View version 5' }).waitFor()
    await page.getByRole('button', { name: 'Publish on top of version 5' }).click()
    await page.getByLabel('What changed in version 6').fill('Offer a warning')
    await publishButton(page).click()
    await page.getByText('version 6. Pushed to the team.').waitFor()
  })

  test('what is typed while a version is being published stays, on top of that version', async () => {
    const page = await openEditor()
    await append(page, '- [=] Warn the seller')
    await publishButton(page).click()
    await page.getByLabel('What changed in version 5').fill('Offer a warning')
    await page.evaluate("window.worker.hold('playbook.publish')")
    await publishButton(page).click()
    await expect.poll(() => page.evaluate("window.worker.sent.some(({ name }) => name === 'playbook.publish')")).toBe(true)
    await append(page, ' and suspend the show')
    await page.evaluate('window.worker.release()')
    await page.getByText('What you typed since is kept as a draft.').waitFor()
    expect(await source(page).textContent()).toContain('and suspend the show')
    await publishButton(page).click()
    await page.getByLabel('What changed in version 6').fill('Suspend the show as well')
    await publishButton(page).click()
    await page.getByText('version 6. Pushed to the team.').waitFor()
  })

  test('a discarded draft comes back with Undo', async () => {
    const page = await openEditor()
    await append(page, '- [=] Warn the seller')
    await page.getByRole('button', { name: 'Discard draft' }).click()
    await expect.poll(() => source(page).textContent()).not.toContain('Warn the seller')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => source(page).textContent()).toContain('Warn the seller')
  })

  test('a new playbook starts from a template without a problem', async () => {
    const page = await openDesk(browser, gallery.url, '#/playbooks/new')
    await page.getByLabel('Title').fill('Refund after a cancelled show')
    await page.getByRole('button', { name: 'Write it' }).click()
    await source(page).waitFor()
    await page.getByText('No problems.').waitFor()
    await publishButton(page).click()
    await page.getByLabel('What changed in version 1').fill('First version')
    await publishButton(page).click()
    await page.getByText('version 1. Pushed to the team.').waitFor()
  })
})
