import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemoryWorker } from '../console/memory-worker.ts'
import { axeFaults } from './axe.ts'
import { type DeskGallery, firstCase, openBrowser, openDesk, openDeskGallery, withRun } from './console-desk.ts'

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

const open = (address: string, options = {}) => openDesk(browser, gallery.url, address, options)
const rows = (page: Page) => page.locator('li[data-index]')
const inWorker = (page: Page, act: string) => page.evaluate(`(${act})(window.worker)`)

describe('the inbox', () => {
  test('is worked by keyboard alone, from the list to the ruling', async () => {
    const page = await open('#/inbox')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('#1')
    expect(page.url()).toMatch(/#\/inbox$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Host said on stream' }).waitFor()
    await page.keyboard.press('t')
    await page.getByText('You have it.').waitFor()
    await page.keyboard.press('r')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.type('Emergency services called')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Address known, stream live.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Emergency services called' }).waitFor()
    expect(await rows(page).filter({ hasText: '#1' }).textContent()).toContain('Ruled')
  })

  test('moving through the list tells nobody "seen", opening does', async () => {
    const page = await open('#/inbox')
    for (const _ of Array(4)) await page.keyboard.press('j')
    expect(await inWorker(page, "(w) => w.sent.filter(({ name }) => name === 'inbox.see').length")).toBe(0)
    await page.keyboard.press('Enter')
    await expect.poll(() => inWorker(page, "(w) => w.sent.filter(({ name }) => name.startsWith('inbox.')).length")).toBeGreaterThan(0)
  })

  test('how the runs of the case ended afterwards stands above the run as it was sent, with the reason, and is asked for again when the case moves', async () => {
    const page = await open(`?state=closed${withRun}`)
    const endings = page.getByRole('region', { name: 'How the case was closed' })
    await endings.getByText(/^Mira Chen closed Counterfeit listing report, .*Outcome: Remove listing$/).waitFor()
    await endings.getByText('Closed by Mira Chen with 2 steps open: Duplicate of 1042').waitFor()
    await endings.getByText(/^Tobias Lund closed Refund abuse, .*No outcome was chosen\.$/).waitFor()
    await page.keyboard.press('t')
    await expect.poll(() => inWorker(page, "(w) => w.sent.filter(({ name }) => name === 'inbox.endings').length")).toBeGreaterThan(1)
  })

  test('a hub that does not say how the runs ended costs one line', async () => {
    const page = await open('#/inbox')
    await inWorker(page, "(w) => w.refuse('inbox.endings', { code: 'unavailable', message: 'The hub cannot be reached.' })")
    await page.goto(`${gallery.url}${withRun}`)
    await page.getByText('Whether the run was closed since cannot be read now: the hub did not answer.').waitFor()
    await page.getByRole('heading', { name: 'Counterfeit listing report' }).waitFor()
  })

  test('a refused ruling keeps the text, says what is safe, and the draft outlives the page', async () => {
    const page = await open(withRun)
    await page.getByRole('button', { name: 'Remove listing' }).click()
    await page.getByLabel('Rationale').fill('No proof after two reminders.')
    await page.getByText(/Draft saved on this device/).waitFor()
    await inWorker(page, "(w) => w.refuse('inbox.rule', { code: 'unavailable', message: 'The hub cannot be reached.' })")
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await page.getByText('Your text is kept on this device.').waitFor()
    expect(await page.getByLabel('Rationale').inputValue()).toBe('No proof after two reminders.')
    await page.goto(`${gallery.url}${firstCase}`)
    await page.goto(`${gallery.url}${withRun}`)
    await expect.poll(() => page.getByLabel('Rationale').inputValue()).toBe('No proof after two reminders.')
  })

  test('what is typed while a question is being sent stays', async () => {
    const page = await open(withRun)
    await page.getByText(/^Ask Mira/).click()
    const box = page.getByRole('textbox', { name: /^Question to/ })
    await box.fill('Which listing?')
    await inWorker(page, "(w) => w.hold('inbox.ask')")
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect.poll(() => inWorker(page, "(w) => w.sent.filter(({ name }) => name === 'inbox.ask').length")).toBe(1)
    await box.fill('Which listing? And which order?')
    await inWorker(page, '(w) => w.release()')
    await page.getByText('Which listing?', { exact: true }).waitFor()
    expect(await box.inputValue()).toBe('Which listing? And which order?')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect.poll(() => box.inputValue()).toBe('')
  })

  const answered = '#/inbox/029aa000-0000-7000-8000-000000000004'
  /** The agent answers, on the device of the lead. */
  const answer = (page: Page, text: string) =>
    page.evaluate((said) => {
      const { worker } = window as unknown as { worker: MemoryWorker }
      worker.change(['inbox'], (state) => {
        state.inbox = state.inbox.map((row) => {
          if (row.content.id !== '029aa000-0000-7000-8000-000000000002') return row
          const entry = { id: crypto.randomUUID(), kind: 'answer' as const, by: row.by, at: row.receivedAt + 60_000, text: said, severity: null }
          return { ...row, status: 'taken', revision: row.revision + 1, thread: [...row.thread, entry] }
        })
      })
    }, text)
  const ask = async (page: Page, text: string) => {
    await page.getByText(/^Ask Mira/).click()
    await page.getByRole('textbox', { name: /^Question to/ }).fill(text)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page
      .getByText(/^Asked, waits for/)
      .first()
      .waitFor()
  }
  const card = (page: Page) => page.getByRole('region', { name: 'The latest answer' })
  const mode = (page: Page, name: string | RegExp) => page.getByRole('radiogroup').last().getByRole('radio', { name })

  test('an answer stands at the top of the reader under the question that it answers', async () => {
    const page = await open(answered)
    await card(page).getByText('You asked: Do both accounts pay out to the same bank account?').waitFor()
    await card(page).getByText('Yes, same IBAN, added two days apart.').waitFor()
    await card(page)
      .getByText(/^Mira Chen answered/)
      .waitFor()
    const top = async (what: Locator) => (await what.boundingBox())!.y
    expect(await top(card(page))).toBeLessThan(await top(page.getByRole('heading', { name: 'Note', exact: true })))
  })

  test('an answer that comes while the lead reads moves nothing, says so, and is shown with the decision on request', async () => {
    const page = await open(withRun)
    await ask(page, 'Which of the two bags?')
    const run = page.getByText('Compare the listing photos with the brand guide')
    await run.scrollIntoViewIfNeeded()
    await page.getByRole('button', { name: 'Ask', exact: true }).focus()
    const before = await run.boundingBox()
    await answer(page, 'The brown one.')
    const line = page.getByRole('button', { name: /^Mira Chen answered, .* Show the answer$/ })
    await line.waitFor()
    expect(await run.boundingBox()).toEqual(before)
    expect(await card(page).count()).toBe(0)
    await expect.poll(() => mode(page, 'Decide').isChecked()).toBe(true)
    await line.click()
    await card(page).getByText('The brown one.').waitFor()
    expect(await card(page).evaluate((element) => element === document.activeElement)).toBe(true)
    expect((await card(page).boundingBox())!.y).toBeLessThan(300)
    expect(await line.count()).toBe(0)
  })

  test('an answer takes no field from a lead who types, and the next time the decision is chosen', async () => {
    const page = await open(withRun)
    await ask(page, 'Which of the two bags?')
    const box = page.getByRole('textbox', { name: /^Question to/ })
    await box.pressSequentially('And')
    await answer(page, 'The brown one.')
    await page.getByRole('button', { name: /Show the answer$/ }).click()
    expect(await box.inputValue()).toBe('And')
    await box.fill('')
    await expect.poll(() => inWorker(page, "(w) => w.state.drafts.has('ask:029aa000-0000-7000-8000-000000000002')")).toBe(false)
    await page.goto(`${gallery.url}${firstCase}`)
    await page.getByRole('heading', { name: 'Host said on stream' }).waitFor()
    await page.goto(`${gallery.url}${withRun}`)
    await card(page).getByText('The brown one.').waitFor()
    await expect.poll(() => mode(page, 'Decide').isChecked()).toBe(true)
  })

  test('Rule without a rationale goes to the field and sends nothing', async () => {
    const page = await open(withRun)
    await page.getByLabel('Outcome', { exact: true }).fill('Remove listing')
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await page.getByText('Say why').waitFor()
    expect(await inWorker(page, "(w) => w.sent.some(({ name }) => name === 'inbox.rule')")).toBe(false)
  })

  test('an arrival waits in a bar while the pointer is over the list', async () => {
    const page = await open('#/inbox')
    const first = rows(page).first()
    await first.hover()
    await page.locator('[data-held=true]').waitFor()
    const before = await first.textContent()
    await page.evaluate('window.arrive()')
    await page.getByRole('button', { name: /^1 new: S1/ }).waitFor()
    expect(await first.textContent()).toBe(before)
    await page.getByRole('button', { name: /^1 new: S1/ }).click()
    await expect.poll(() => rows(page).count()).toBe(7)
  })

  test('ten thousand rows draw only what is in sight, and the row under the eye stays', async () => {
    const page = await open('?rows=10000#/inbox')
    await expect.poll(() => rows(page).count()).toBeGreaterThan(5)
    expect(await rows(page).count()).toBeLessThan(60)
    const list = page.locator('ul[aria-label="Escalations"]').locator('..')
    await list.evaluate((element) => element.scrollTo(0, 56 * 4000))
    await expect.poll(async () => Number(await rows(page).first().getAttribute('data-index'))).toBeGreaterThan(3900)
    const topRow = () =>
      list.evaluate(
        (element) => document.elementFromPoint(element.getBoundingClientRect().left + 60, element.getBoundingClientRect().top + 20)?.closest('li')?.textContent,
      )
    await page.mouse.move(1000, 400)
    const before = await topRow()
    await page.evaluate('window.arrive()')
    await page.getByText('Open 10007').waitFor()
    expect(await topRow()).toBe(before)
  })
})

describe('axe finds nothing', () => {
  const scenes = [
    '#/inbox',
    withRun,
    '#/inbox/029aa000-0000-7000-8000-000000000005',
    `?state=closed${withRun}`,
    '?state=empty#/inbox',
    '?state=offline#/inbox',
    '?state=agent#/inbox',
    '#/playbooks',
  ]
  const more = ['#/playbooks/counterfeit-listing', '#/playbooks/new', '#/playbooks/counterfeit-listing/edit', '#/team']
  test.each([...scenes, ...more])('on %s, light and dark', async (address) => {
    const page = await open(address)
    if (address.endsWith('/edit')) await page.locator('.cm-content').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})
