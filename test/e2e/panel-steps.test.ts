// What a step of a run never does by itself, and the words that it never loses: on the worker in memory.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemoryWorker } from '../components/gallery/memory-worker.ts'
import { focused } from './focused.ts'
import { type Gallery, heard, openGallery, steer } from './panel-gallery.ts'

describe('a step of a run', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`)
  const hasFocus = (page: Page, id: string) => step(page, id).evaluate((row) => row.contains(document.activeElement))

  it('gives no answer by Space while the focus is nowhere: it only takes the focus, unless it is a tick', async () => {
    const page = await gallery.open('run-fresh')
    await step(page, 'proof').getByText(/\?$/).first().click()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('Space')
    await expect.poll(() => hasFocus(page, 'proof')).toBe(true)
    expect(await heard(page, 'run.set')).toEqual([])
    await page.close()
    const ticks = await gallery.open('run-density')
    await focused(ticks, 'checkbox', /./)
    await ticks.evaluate(() => (document.activeElement as HTMLElement).blur())
    await ticks.keyboard.press('Space')
    await expect.poll(() => heard(ticks, 'run.set')).toHaveLength(1)
    await ticks.close()
  })

  it('saves a note that is left over the button beside it', async () => {
    const page = await gallery.open('run-evidence')
    await step(page, 'say').getByRole('checkbox').focus()
    await page.getByRole('textbox', { name: 'Note on this step' }).fill('Told Lea Brandt')
    await page.keyboard.press('Tab')
    await focused(page, 'button', 'Add')
    await page.keyboard.press('k')
    await expect.poll(() => heard(page, 'proof.add')).toMatchObject([{ stepId: 'say', proof: { kind: 'note', text: 'Told Lea Brandt' } }])
    await page.close()
  })

  it('says after it was left that its evidence was refused, and still has the words', async () => {
    const page = await gallery.open('run-handover')
    await step(page, 'prove').getByRole('button', { name: 'Send to listings as S2' }).focus()
    await page.getByRole('textbox', { name: 'Link to the evidence' }).fill('order 9')
    await step(page, 'photo').getByRole('checkbox').focus()
    await step(page, 'prove').getByText('The evidence was not saved: This is not an address.').waitFor()
    await step(page, 'prove').getByRole('button', { name: 'Send to listings as S2' }).focus()
    await expect.poll(() => page.getByRole('textbox', { name: 'Link to the evidence' }).inputValue()).toBe('order 9')
    await page.close()
  })

  it('is the one that keys mean after a press on it that was no click', async () => {
    const page = await gallery.open('run-density')
    await focused(page, 'checkbox', /./)
    const box = (await step(page, 'step-4').boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y - 30)
    await page.mouse.up()
    await page.keyboard.press('5')
    await expect.poll(() => hasFocus(page, 'step-4')).toBe(true)
    await page.keyboard.press('s')
    await step(page, 'step-4').getByRole('textbox', { name: 'Why is it skipped?' }).waitFor()
    await page.close()
  })

  it('takes the focus to its evidence each time that it is asked to', async () => {
    const page = await gallery.open('run-density')
    await focused(page, 'checkbox', /./)
    for (const _ of [1, 2]) {
      await page.keyboard.press('i')
      await focused(page, 'button', 'Note')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Shift+Tab')
      await step(page, 'step-1').getByRole('checkbox').focus()
    }
    await page.close()
  })

  it('keeps a reason that was given up half typed', async () => {
    const page = await gallery.open('run-evidence')
    const gate = page.getByRole('textbox', { name: 'Why is it closed with 4 steps open?' })
    await page.getByRole('button', { name: 'Close the run' }).click()
    await gate.fill('The seller has')
    await gate.press('Escape')
    await page.getByRole('button', { name: 'Close the run' }).click()
    await expect.poll(() => gate.inputValue()).toBe('The seller has')
    await gate.press('End')
    await page.keyboard.type(' left')
    await page.keyboard.press('Enter')
    expect(await heard(page, 'run.close')).toMatchObject([{ reason: 'The seller has left' }])
    await page.close()
  })

  it('is not asked about twice by the close gate: what led to a step stays away when the step opens again', async () => {
    const page = await gallery.open('run-evidence')
    await page.getByRole('button', { name: 'Close the run' }).click()
    await page.getByText('4 steps are still open.').waitFor()
    await page.getByRole('button', { name: 'Write down who was told', exact: true }).click()
    await expect.poll(() => hasFocus(page, 'say')).toBe(true)
    expect(await page.getByText('4 steps are still open.').count()).toBe(0)
    await page.close()
  })

  it('puts a snippet in once, however often it is pressed before the page has answered', async () => {
    const page = await gallery.open('suggestions')
    await page.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('Authenticity confirmed')
    await page.getByRole('option').first().click()
    const insert = page.getByRole('button', { name: 'Insert', exact: true })
    await insert.waitFor()
    await page.evaluate(() => (window as never as { worker: MemoryWorker }).worker.hold('snippet.insert'))
    await insert.dblclick()
    await expect.poll(() => heard(page, 'snippet.insert')).toHaveLength(1)
    await page.close()
  })

  it('once the run is closed hands the focus to what opens it again, in sight', async () => {
    const page = await gallery.open('run-evidence')
    await page.getByRole('button', { name: 'Close the run' }).click()
    await page.getByRole('textbox', { name: 'Why is it closed with 4 steps open?' }).fill('The seller has left')
    await page.keyboard.press('Enter')
    await focused(page, 'button', 'Reopen the run')
    expect(await page.getByRole('button', { name: 'Reopen the run' }).evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight)).toBe(
      true,
    )
    await page.keyboard.press('Enter')
    await focused(page, 'button', 'Close the run')
    await page.close()
  })

  it('offers to look up again what changed, where that failed', async () => {
    const page = await gallery.open('news')
    await page.keyboard.press('w')
    // Where its playbook would be opened is said: this is not the place to see it.
    await page
      .getByRole('button', { name: /^(Go to its run|Start it) on “/ })
      .first()
      .waitFor()
    const what = page.getByRole('button', { name: 'What changed' }).first()
    await what.waitFor()
    await steer(page, { failure: 'The hub is away.' })
    await what.click()
    await page.getByText('What changed cannot be shown now.').waitFor()
    await steer(page, { failure: null })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('list', { name: /^What changed in / }).waitFor()
    await page.close()
  })
})
