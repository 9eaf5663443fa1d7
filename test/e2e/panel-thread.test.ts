// What a lead asks and rules, on the case, and what its author answers: on the worker in memory.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemoryWorker } from '../components/gallery/memory-worker.ts'
import { settled } from '../components/gallery/settled.ts'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

const thread = (page: Page) => page.getByRole('region', { name: 'Your escalations of this case' })
const line = (page: Page) => page.getByRole('region', { name: 'Hand this case over' }).getByRole('button', { name: /^#/ })

/** A lead does something while the panel is open. */
function later(page: Page, word: { kind: 'question' | 'ruling'; id: string; text: string }): Promise<void> {
  return page.evaluate(({ kind, id, text }) => {
    const { worker } = window as unknown as { worker: MemoryWorker }
    const own = worker.view.escalations[0]!
    const record = own.record!
    const by = record.takenBy!
    const entry = { id, kind, by, at: Date.now(), text: `Remove listing: ${text}`, severity: null }
    const ruling = kind === 'ruling' ? { outcome: 'Remove listing', rationale: text, by, at: entry.at } : null
    worker.view.escalations[0] = { ...own, record: { ...record, status: kind === 'ruling' ? 'ruled' : 'asked', ruling, thread: [...record.thread, entry] } }
    worker.announce(['escalations'])
  }, word)
}

describe('the thread of an escalation', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it('opens by itself on a question, stays hidden once it was hidden, and opens again on the next word', async () => {
    const page = await gallery.open('asked')
    await thread(page).getByText('Which of the two listings').waitFor()
    await line(page).click()
    await thread(page).waitFor({ state: 'detached' })
    await page.evaluate(() => (window as unknown as { worker: MemoryWorker }).worker.announce(['escalations', 'case']))
    await expect.poll(async () => (await heard(page, 'case.get')).length).toBeGreaterThan(1)
    expect(await thread(page).count()).toBe(0)
    await later(page, { kind: 'ruling', id: '00000000-0000-7000-8000-000000000d09', text: 'The plate is wrong on all three photos.' })
    await thread(page).getByText('The plate is wrong on all three photos.', { exact: true }).waitFor()
    await page.close()
  })

  it('says that it loads while its part is on the way, shows all of it when that is there, and is waited for by who takes pictures', async () => {
    const page = await gallery.open('asked')
    const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>()
    await page.route(/OwnList-.*\.js$/, async (route) => {
      await arrives
      await route.continue()
    })
    await page.reload()
    await thread(page).getByText('Loading.').waitFor()
    const whole = settled(page).then(() => thread(page).getByText('Which of the two listings').count())
    expect(await Promise.race([whole, page.evaluate(() => new Promise((done) => requestIdleCallback(() => done('still waiting'))))])).toBe('still waiting')
    arrive()
    expect(await whole).toBe(1)
    expect(await thread(page).getByText('Loading.').count()).toBe(0)
    await page.close()
  })

  it('shows the outcome and the rationale of a ruling without a click', async () => {
    const page = await gallery.open('ruled')
    await thread(page).getByText('Remove listing', { exact: true }).waitFor()
    await thread(page)
      .getByText(/^The serial plate is wrong/)
      .waitFor()
    await page.close()
  })

  it('is opened and hidden by its whole line', async () => {
    const page = await gallery.open('ruled')
    await thread(page).waitFor()
    await page.getByText('#42 Ruled by Lea Brandt').first().click()
    await thread(page).waitFor({ state: 'detached' })
    expect(await line(page).getAttribute('aria-expanded')).toBe('false')
    await page.close()
  })

  it('lays the newest open and gives every earlier one a line', async () => {
    const page = await gallery.open('several')
    await thread(page).getByText('Which of the two listings').waitFor()
    expect(await thread(page).getByRole('article').count()).toBe(1)
    const earlier = page.getByRole('region', { name: 'Earlier escalations of this case' })
    await earlier.getByRole('button', { name: /^#42/ }).click()
    await earlier.getByRole('article', { name: 'Escalation #42' }).waitFor()
    await earlier.getByText('Perhaps no lead is online').waitFor()
    await page.close()
  })

  it('keeps a half-typed answer, and forgets it once it was sent', async () => {
    const page = await gallery.open('asked')
    const box = page.getByRole('textbox', { name: 'Your answer' })
    await box.fill('The one from Fri')
    await line(page).click()
    await line(page).click()
    await expect.poll(() => box.inputValue()).toBe('The one from Fri')
    await box.fill('x'.repeat(4000))
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await box.waitFor({ state: 'detached' })
    expect(await heard(page, 'escalation.answer')).toMatchObject([{ text: 'x'.repeat(4000) }])
    expect((await heard(page, 'draft.set')).findLast((asked) => (asked as { key: string }).key.startsWith('answer:'))).toMatchObject({ text: '' })
    await page.close()
  })

  it('keeps what is typed while an addition or an answer is being sent', async () => {
    const page = await gallery.open('asked')
    const hold = (name: string) => page.evaluate((held) => (window as unknown as { worker: MemoryWorker }).worker.hold(held as never), name)
    const release = () => page.evaluate(() => (window as unknown as { worker: MemoryWorker }).worker.release())
    const kept = async (key: string) =>
      (await heard(page, 'draft.set')).map((asked) => asked as { key: string; text: string }).findLast((asked) => asked.key.startsWith(key))?.text
    await page.getByRole('button', { name: 'Amend…' }).click()
    const added = page.getByRole('textbox', { name: 'What to add' })
    await added.fill('A third one')
    await hold('escalation.amend')
    await page.getByRole('button', { name: 'Add to it' }).click()
    await added.fill('A third one and a fourth')
    await release()
    await expect.poll(() => kept('amend:')).toContain('and a fourth')
    expect(await added.inputValue()).toBe('A third one and a fourth')
    await later(page, { kind: 'question', id: '00000000-0000-7000-8000-000000000d0a', text: 'Which one?' })
    const box = page.getByRole('textbox', { name: 'Your answer' })
    await box.fill('Friday')
    await hold('escalation.answer')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    await box.fill('Friday, I think')
    await release()
    await box.waitFor({ state: 'detached' })
    await expect.poll(() => kept('answer:')).toBe('Friday, I think')
    await page.close()
  })

  it('confirms what waits for the hub with its words, and asks for none of it again', async () => {
    const page = await gallery.open('asked-offline')
    const box = page.getByRole('textbox', { name: 'Your answer' })
    await box.fill('The one from Friday.')
    await page.getByRole('button', { name: 'Answer', exact: true }).click()
    const answered = thread(page).getByRole('status').filter({ hasText: 'Your answer is saved on this device and waits for the hub.' })
    await answered.getByText('The one from Friday.', { exact: true }).waitFor()
    expect(await box.count()).toBe(0)
    await page.getByRole('button', { name: 'Amend…' }).click()
    await page.getByRole('textbox', { name: 'What to add' }).fill('A second seller')
    await page.getByRole('radio', { name: /S1/ }).check()
    await page.getByRole('button', { name: 'Add to it' }).click()
    const added = thread(page).getByRole('status').filter({ hasText: 'What you added is saved on this device and waits for the hub.' })
    await added.getByText('Severity S1').waitFor()
    await added.getByText('A second seller', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Withdraw…' }).click()
    await page.getByRole('textbox', { name: 'Why it is withdrawn' }).fill('Solved with the seller')
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
    const withdrawn = thread(page).getByRole('status').filter({ hasText: 'Your withdrawal is saved on this device and waits for the hub.' })
    await withdrawn.getByText('Solved with the seller', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /^(Amend|Withdraw)…/ }).count()).toBe(0)
    await page.close()
  })

  it('never shows what was typed for one escalation in the box of a newer one', async () => {
    const page = await gallery.open('asked')
    const box = page.getByRole('textbox', { name: 'Your answer' })
    await box.fill('Half an answer')
    await page.evaluate(() => {
      const { worker } = window as unknown as { worker: MemoryWorker }
      const known = worker.view.escalations[0]!
      worker.view.escalations.unshift({ ...known, id: '00000000-0000-7000-8000-0000000000ff', record: { ...known.record!, number: 48 } })
      worker.announce(['escalations'])
    })
    const newest = page.getByRole('article', { name: 'Escalation #48' }).getByRole('textbox', { name: 'Your answer' })
    await newest.waitFor()
    expect(await newest.inputValue()).toBe('')
    const earlier = page.getByRole('article', { name: 'Escalation #42' }).getByRole('textbox', { name: 'Your answer' })
    await expect.poll(() => earlier.inputValue()).toBe('Half an answer')
    await page.close()
  })

  it('amends the severity alone, and keeps what was typed while the form is closed', async () => {
    const page = await gallery.open('asked')
    const amend = page.getByRole('button', { name: 'Amend…' })
    await amend.click()
    await page.getByRole('textbox', { name: 'What to add' }).fill('A third one')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await amend.click()
    await expect.poll(() => page.getByRole('textbox', { name: 'What to add' }).inputValue()).toBe('A third one')
    await page.getByRole('textbox', { name: 'What to add' }).fill('')
    await page.getByRole('button', { name: 'Add to it' }).click()
    await page.getByText('Type something first.').waitFor()
    await page.getByRole('radio', { name: /S1/ }).check()
    await page.getByRole('button', { name: 'Add to it' }).click()
    await expect.poll(() => heard(page, 'escalation.amend')).toMatchObject([{ note: '', severity: 'S1' }])
    await page.close()
  })
})
