// What proves a step, what is sent from one, and where its words lead: on the worker in memory.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemoryWorker } from '../components/gallery/memory-worker.ts'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('a step of a run', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`)
  const changeOf = async (page: Page, stepId: string) =>
    (await heard(page, 'run.set')).map((asked) => (asked as { change: Record<string, string> }).change).findLast((change) => change.stepId === stepId)

  it('is done when the form that its note was typed in was sent, and not before', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'send').getByRole('button', { name: 'Add a note first' }).click()
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('She sells under two names.')
    expect(await heard(page, 'run.set')).toEqual([])
    await page.getByRole('button', { name: 'Escalate', exact: true }).click()
    await step(page, 'send').getByText('Sent').waitFor()
    expect(await heard(page, 'escalation.create')).toMatchObject([{ queue: 'brand-protection', severity: 'S1', note: 'She sells under two names.' }])
    await page.close()
  })

  it('stays open when the form that it opened is given up', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'send').getByRole('button', { name: 'Add a note first' }).click()
    await page.getByRole('button', { name: 'Hide note, severity and queue' }).click()
    await page.getByRole('button', { name: 'Escalate', exact: true }).click()
    await page.getByText(/Sends in \d s\./).waitFor()
    expect(await heard(page, 'run.set')).toEqual([])
    await page.close()
  })

  it('sends nothing before it has the evidence that it demands, and is done once it was sent with it', async () => {
    const page = await gallery.open('run-handover')
    const send = step(page, 'prove').getByRole('button', { name: 'Send to listings as S2' })
    await send.click()
    await page.getByText('Give the link first; then it can be sent.').waitFor()
    await step(page, 'prove').getByRole('button', { name: 'Add a note first' }).click()
    expect(await page.getByRole('textbox', { name: 'Note', exact: true }).count()).toBe(0)
    expect(await heard(page, 'escalation.create')).toEqual([])
    const field = page.getByRole('textbox', { name: 'Link to the evidence' })
    await field.fill('Folder 12')
    await field.press('Enter')
    await page.getByText('This is not an address.').waitFor()
    expect(await field.inputValue()).toBe('Folder 12')
    await field.fill('https://desk.example.com/listings/9')
    await field.press('Enter')
    await step(page, 'prove').getByRole('link', { name: 'https://desk.example.com/listings/9' }).waitFor()
    expect(await heard(page, 'run.set')).toEqual([])
    await send.click()
    await step(page, 'prove').getByText('Sent').waitFor()
    expect(await heard(page, 'escalation.create')).toHaveLength(1)
    expect(await changeOf(page, 'prove')).toEqual({ stepId: 'prove', state: 'done' })
    await page.close()
  })

  it('takes the address of the page and what is selected on it by one press, and says when nothing is', async () => {
    const page = await gallery.open('run-evidence')
    await step(page, 'say').getByRole('checkbox').focus()
    await page.keyboard.press('i')
    const box = page.getByRole('group', { name: 'Evidence for Write down who was told' })
    await box.getByRole('button', { name: 'Selection' }).click()
    await box.getByText('I ship fakes tonight', { exact: true }).waitFor()
    expect(await box.getByRole('link').getAttribute('href')).toBe('https://desk.example.com/tickets/1042#:~:text=I%20ship%20fakes%20tonight')
    await box.getByRole('button', { name: 'Link' }).click()
    await box.getByRole('button', { name: 'This page’s address' }).click()
    await expect.poll(() => box.getByRole('listitem').count()).toBe(2)
    await page.close()
    const bare = await gallery.open('run-handover')
    await step(bare, 'photo').getByRole('checkbox').focus()
    await step(bare, 'photo').getByRole('button', { name: 'Selection' }).click()
    await bare.getByText('Nothing is selected on the page. Mark the words there').waitFor()
    await bare.close()
  })

  it('keeps what is typed as evidence when the rest of the panel arrives late', async () => {
    const first = await gallery.open('run-evidence')
    const context = first.context()
    const arrival = Promise.withResolvers<void>()
    await context.route(/ProofBox/, async (route) => {
      await arrival.promise
      await route.continue()
    })
    const page = await context.newPage()
    await page.goto(first.url())
    await step(page, 'say').getByRole('checkbox').focus()
    arrival.resolve()
    const field = page.getByRole('textbox', { name: 'Note on this step' })
    await field.fill('Told Lea Brandt')
    await page.evaluate(() => {
      const { worker } = window as never as { worker: MemoryWorker }
      const [view] = worker.view.runs
      view!.run.steps.push({ stepId: 'photo', state: 'open', at: Date.now() })
      worker.announce(['runs'])
    })
    await step(page, 'photo').getByRole('checkbox', { checked: false }).waitFor()
    expect(await field.inputValue()).toBe('Told Lea Brandt')
    await context.unroute(/ProofBox/)
    await page.close()
    await first.close()
  })

  it('keeps a refused address in its field while the selection is taken by a press', async () => {
    const page = await gallery.open('run-evidence')
    await step(page, 'say').getByRole('checkbox').focus()
    const box = page.getByRole('group', { name: 'Evidence for Write down who was told' })
    await box.getByRole('button', { name: 'Link' }).click()
    await box.getByRole('textbox', { name: 'Link to the evidence' }).fill('Folder 12')
    await box.getByRole('button', { name: 'Selection' }).click()
    await box.getByText('I ship fakes tonight', { exact: true }).waitFor()
    expect(await box.getByRole('textbox', { name: 'Link to the evidence' }).inputValue()).toBe('Folder 12')
    await box.getByRole('button', { name: 'Note' }).click()
    expect(await box.getByRole('textbox', { name: 'Note on this step' }).inputValue()).toBe('')
    await box.getByRole('button', { name: 'Link' }).click()
    expect(await box.getByRole('textbox', { name: 'Link to the evidence' }).inputValue()).toBe('Folder 12')
    await page.close()
  })

  it('says under its field why an address is refused, and below the ways why a press took nothing', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'prove').getByRole('button', { name: 'Send to listings as S2' }).focus()
    const field = page.getByRole('textbox', { name: 'Link to the evidence' })
    await field.fill('order 9')
    await field.press('Enter')
    const refusal = step(page, 'prove').getByRole('alert')
    expect(await refusal.textContent()).toMatch(/^This is not an address\./)
    const describedBy = await field.getAttribute('aria-describedby')
    expect([await refusal.getAttribute('id'), await field.getAttribute('aria-invalid')]).toEqual([describedBy, 'true'])
    const top = async (what: Locator) => (await what.boundingBox())!.y
    const ways = step(page, 'prove').getByRole('button', { name: 'Selection' })
    expect(await top(refusal)).toBeLessThan(await top(ways))
    await ways.click()
    await refusal.filter({ hasText: 'Nothing is selected on the page.' }).waitFor()
    expect(await top(refusal)).toBeGreaterThan(await top(ways))
    expect(await field.getAttribute('aria-invalid')).toBe(null)
    await page.close()
  })

  it('waits for a picture until a key of the browser takes it, and is done then if it was ticked', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'photo').getByRole('checkbox').click()
    await page.getByText('Take the picture first; then it can be marked as done.').waitFor()
    await step(page, 'photo').getByRole('button', { name: 'Picture' }).click()
    await page.evaluate(() => (window as never as { worker: MemoryWorker }).worker.announce(['case']))
    await step(page, 'photo').getByText('to take the picture').waitFor()
    await page.evaluate(() => {
      const { worker } = window as never as { worker: MemoryWorker }
      const { run } = worker.view.runs[0]!
      const image = { hash: 'c'.repeat(64), type: 'image/webp' as const, width: 1600, height: 1000 }
      const proof = { id: crypto.randomUUID(), kind: 'screenshot' as const, at: Date.now(), image, url: 'https://desk.example.com/', title: 'Desk' }
      run.steps.push({ stepId: 'photo', state: 'open', at: Date.now(), proofs: [proof] })
      worker.view.picture = null
      worker.announce(['runs'])
    })
    await expect.poll(() => changeOf(page, 'photo')).toEqual({ stepId: 'photo', state: 'done' })
    await step(page, 'photo').getByRole('checkbox').focus()
    await step(page, 'photo')
      .getByRole('img', { name: /^Picture of Desk, taken at/ })
      .waitFor()
    await page.close()
  })

  it('gives up what is removed, and takes it back by z', async () => {
    const page = await gallery.open('run-evidence')
    await step(page, 'photo').getByRole('checkbox').focus()
    const links = step(page, 'photo').getByRole('link', { name: 'Listing 9, northside_kicks' })
    await step(page, 'photo').getByRole('button', { name: 'Remove the link' }).click()
    await expect.poll(() => links.count()).toBe(0)
    await step(page, 'photo').getByRole('button', { name: 'Remove the picture' }).click()
    await page.getByText('A step that is done keeps its picture. Add another, or open the step again first.').waitFor()
    await step(page, 'photo').getByRole('checkbox').focus()
    await page.keyboard.press('z')
    await links.waitFor()
    await page.keyboard.press('z')
    await expect.poll(() => step(page, 'photo').getByRole('checkbox').isChecked()).toBe(false)
    await page.close()
  })

  it('that was done says quietly when, and how long it took', async () => {
    const page = await gallery.open('run-evidence')
    await step(page, 'photo').getByText('1 note, 1 link, 1 selection, 1 picture').waitFor()
    await step(page, 'photo').getByRole('checkbox').focus()
    await step(page, 'photo')
      .getByText(/^Done \d\d:\d\d, took 2 min$/)
      .waitFor()
    await page.close()
  })

  it('a run is closed with steps open only for a reason, which is said', async () => {
    const page = await gallery.open('run-evidence')
    await page.getByRole('button', { name: 'Close the run' }).click()
    await page.getByText('4 steps are still open.').waitFor()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByText('Say why, so that the lead can see it.').waitFor()
    expect(await heard(page, 'run.close')).toEqual([])
    await page.getByRole('textbox', { name: 'Why is it closed with 4 steps open?' }).fill('The seller has left')
    await page.keyboard.press('Enter')
    await page.getByText('Closed with 4 steps open: The seller has left').waitFor()
    await page.getByRole('button', { name: 'Reopen the run' }).click()
    await page.getByRole('button', { name: 'Close the run' }).waitFor()
    expect(await page.getByText('Closed with').count()).toBe(0)
    await page.close()
  })

  it('a decision over open steps asks why, and says it', async () => {
    const page = await gallery.open('run-fresh')
    const decide = page.getByRole('radio', { name: 'Remove listing' })
    await decide.click()
    await page.getByText('before it are still open:').waitFor()
    expect(await heard(page, 'run.set')).toEqual([])
    await page.getByRole('textbox', { name: 'Why is it decided now?' }).fill('The brand has confirmed it')
    await page.keyboard.press('Enter')
    await page.getByText(/^Decided with \d steps open: The brand has confirmed it$/).waitFor()
    await page.close()
  })

  it('leads to the playbook that its words name', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'other').getByRole('button', { name: 'Item not received' }).click()
    await page.getByRole('article', { name: 'Item not received' }).waitFor()
    expect(await heard(page, 'run.set')).toEqual([])
    await page.close()
    const again = await gallery.open('run-handover')
    await step(again, 'value').getByRole('button', { name: 'Counterfeit listing report' }).click()
    await again.getByRole('article', { name: 'Counterfeit listing report' }).waitFor()
    await again.close()
  })
})
