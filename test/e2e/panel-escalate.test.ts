// Handing a case over from the panel, on the worker in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery, steer } from './panel-gallery.ts'

describe('the Escalate bar', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it('sends at one click with the queue and severity of the open run', async () => {
    const page = await gallery.open('run-fresh')
    await page.getByRole('button', { name: 'Escalate' }).click()
    await page.getByText(/Saved on this device\. Sends in \d s\./).waitFor()
    expect(await heard(page, 'escalation.create')).toMatchObject([{ queue: 'brand-protection', severity: 'S2', note: '' }])
    await page.close()
  })

  it('takes queue and severity from the playbook that a case field speaks for, and says so', async () => {
    const page = await gallery.open('suggestions')
    await page.getByText('To brand-protection, S2').waitFor()
    await page.getByText('From Counterfeit listing report').waitFor()
    await page.getByRole('button', { name: 'Escalate' }).click()
    await page.getByText(/Sends in \d s\./).waitFor()
    expect(await heard(page, 'escalation.create')).toMatchObject([{ queue: 'brand-protection', severity: 'S2' }])
    await page.close()
  })

  it('keeps note, severity and queue while the form is closed', async () => {
    const page = await gallery.open('suggestions')
    const open = page.getByRole('button', { name: 'Add note, severity, queue' })
    await open.click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Third report this week')
    await page.getByRole('radio', { name: /S1/ }).check()
    await page.getByRole('combobox', { name: 'Queue' }).fill('night-shift')
    await page.getByRole('button', { name: 'Hide note, severity and queue' }).click()
    await page.getByText('To night-shift, S1, with your note').waitFor()
    await expect
      .poll(async () => JSON.parse((await heard(page, 'draft.set')).map((asked) => (asked as { text: string }).text).at(-1) ?? '{}'))
      .toEqual({ note: 'Third report this week', severity: 'S1', queue: 'night-shift' })
    await open.click()
    expect(await page.getByRole('combobox', { name: 'Queue' }).inputValue()).toBe('night-shift')
    expect(await page.getByRole('radio', { name: /S1/ }).isChecked()).toBe(true)
    await page.close()
  })

  it('gives back what was typed when it is undone', async () => {
    const page = await gallery.open('suggestions')
    await page.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Third report this week')
    await page.getByRole('button', { name: 'Escalate' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone. Nothing was sent').waitFor()
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Third report this week')
    await page.close()
  })

  it('keeps what was typed when it cannot be saved', async () => {
    const page = await gallery.open('suggestions')
    await page.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('Third report this week')
    await steer(page, { failure: 'The database could not be opened.' })
    await page.getByRole('button', { name: 'Escalate' }).click()
    await page.getByText('The database could not be opened.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Third report this week')
    await page.close()
  })

  it('leads to Join team where nobody ever joined, and sends nothing', async () => {
    const page = await gallery.open('never-joined')
    await page.getByText('Not in a team').waitFor()
    await page.getByRole('button', { name: 'Escalate' }).click()
    await page.getByText('There is nobody to send this to.').waitFor()
    expect(await heard(page, 'escalation.create')).toEqual([])
    await page.close()
  })

  it('refuses a click by the page in the frame and offers the side panel', async () => {
    const page = await gallery.open('suggestions', '&surface=frame')
    const button = page.getByRole('button', { name: 'Escalate' })
    await button.waitFor()
    await button.evaluate((element: HTMLElement) => element.click())
    await page.getByText('The page tried to click for you.').waitFor()
    await page.getByRole('button', { name: 'Open the side panel' }).waitFor()
    expect(await heard(page, 'escalation.create')).toEqual([])
    await page.close()
  })

  it('refuses a click through something that covers the button, and takes one once it is seen', async () => {
    const page = await gallery.open('suggestions', '&surface=frame')
    const button = page.getByRole('button', { name: 'Escalate' })
    await button.waitFor()
    await page.evaluate(() => {
      const cover = document.body.appendChild(document.createElement('div'))
      cover.id = 'cover'
      cover.style.cssText = 'position:fixed;inset:0;background:#fff;opacity:.01;pointer-events:none'
    })
    const clickUntil = (text: string) =>
      expect
        .poll(
          async () => {
            await button.click()
            return page.getByText(text).count()
          },
          { interval: 300, timeout: 8000 },
        )
        .toBeGreaterThan(0)
    await clickUntil('covers this button')
    expect(await heard(page, 'escalation.create')).toEqual([])
    await page.evaluate(() => document.getElementById('cover')?.remove())
    await clickUntil('Sends in')
    await page.close()
  })
})
