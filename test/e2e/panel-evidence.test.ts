// What proves a step, what is sent from one, and where its words lead: on the worker in memory.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('a step of a run', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`)
  const evidenceOf = async (page: Page, stepId: string) =>
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
    const field = page.getByRole('textbox', { name: /^Link to the evidence/ })
    await field.fill('https://desk.example.com/listings/9')
    await field.press('Enter')
    await expect.poll(() => evidenceOf(page, 'prove')).toMatchObject({ state: 'open' })
    await send.click()
    await step(page, 'prove').getByText('Sent').waitFor()
    expect(await heard(page, 'escalation.create')).toHaveLength(1)
    expect(await evidenceOf(page, 'prove')).toEqual({ stepId: 'prove', state: 'done', evidence: 'https://desk.example.com/listings/9' })
    await page.close()
  })

  it('forgets evidence that was cleared', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'photo').getByRole('checkbox').focus()
    const field = page.getByRole('textbox', { name: 'Where the screenshot is kept' })
    await field.fill('Folder 12')
    await field.press('Enter')
    await expect.poll(() => evidenceOf(page, 'photo')).toEqual({ stepId: 'photo', state: 'open', evidence: 'Folder 12' })
    await step(page, 'photo').getByRole('checkbox').check()
    await expect.poll(() => evidenceOf(page, 'photo')).toEqual({ stepId: 'photo', state: 'done', evidence: 'Folder 12' })
    await step(page, 'photo').getByRole('checkbox').focus()
    await field.fill('')
    await field.press('Enter')
    await expect.poll(() => evidenceOf(page, 'photo')).toEqual({ stepId: 'photo', state: 'done' })
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await page.evaluate(() => (window as never as { worker: { view: unknown } }).worker.view)).not.toMatchObject({
      runs: [{ run: { steps: [{ evidence: 'Folder 12' }] } }],
    })
    await page.close()
  })

  it('that is done keeps the evidence that it demands in sight, and says why', async () => {
    const page = await gallery.open('run-handover')
    const box = step(page, 'say').getByRole('checkbox')
    await box.click()
    await page.getByText('Write the note first; then it can be marked as done.').waitFor()
    const field = page.getByRole('textbox', { name: /^Note on this step/ })
    await field.fill('The night shift')
    await field.press('Enter')
    await expect.poll(() => evidenceOf(page, 'say')).toEqual({ stepId: 'say', state: 'done', evidence: 'The night shift' })
    await box.focus()
    await field.fill('')
    await field.press('Enter')
    await page.getByText('A step that is done keeps its note. Change it, or open the step again first.').waitFor()
    expect(await field.inputValue()).toBe('The night shift')
    expect(await heard(page, 'run.set')).toHaveLength(1)
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
