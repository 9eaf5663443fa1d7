// Working through a run in the panel, on the worker in memory.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, heard, openGallery, steer } from './panel-gallery.ts'

describe('the run on screen', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it('shows a case header, eight steps and the Escalate bar at 380 by 900 without scrolling', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('checkbox').nth(7).waitFor()
    const { scroll, height } = await page.getByRole('main').evaluate((main) => ({ scroll: main.scrollHeight, height: main.clientHeight }))
    expect(scroll).toBeLessThanOrEqual(height)
    expect(await page.getByRole('button', { name: 'Escalate' }).isVisible()).toBe(true)
    await page.close()
  })

  it('keeps the words before the first step in place while a pointer is down, and lets them go afterwards', async () => {
    const page = await gallery.open('run-fresh')
    const words = page.getByText('Use this when')
    await words.waitFor()
    const box = (await page.getByRole('checkbox').first().boundingBox())!
    await page.mouse.move(box.x + 4, box.y + 4)
    await page.mouse.down()
    await page.evaluate(() => {
      const { worker } = window as unknown as {
        worker: { view: { runs: { run: { id: string } }[] }; send(name: string, request: object): Promise<unknown>; announce(what: string[]): void }
      }
      const runId = worker.view.runs[0]!.run.id
      return worker.send('run.set', { runId, change: { stepId: 'value', state: 'done', value: '12.50' } }).then(() => worker.announce(['case']))
    })
    await page.getByText('12.50').waitFor()
    expect(await words.isVisible()).toBe(true)
    await page.mouse.up()
    await words.waitFor({ state: 'detached' })
    await page.close()
  })

  it('ticks a step with Space and hands the focus to the next one', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('checkbox', { name: 'Compare the delivery address' }).focus()
    await page.keyboard.press('Space')
    await page.getByText('2 of 8 done').waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'Look for an earlier claim' }).evaluate((box) => box === document.activeElement)).toBe(true)
    await page.close()
  })

  it('opens a done step again by the same click', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('checkbox', { name: 'Check the tracking number' }).click()
    await page.getByText('0 of 8 done').waitFor()
    await page.close()
  })

  it('moves with j, k and numbers, and leaves letters in a field alone', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('checkbox').first().waitFor()
    await page.keyboard.press('5')
    await page.keyboard.press('j')
    const focused = () => page.evaluate(() => document.activeElement?.closest('[data-step]')?.getAttribute('data-step'))
    expect(await focused()).toBe('step-5')
    await page.keyboard.press('/')
    await page.keyboard.type('kj5')
    expect(await page.getByRole('combobox').inputValue()).toBe('kj5')
    await page.close()
  })

  it('unfolds the branch of the chosen option', async () => {
    const page = await gallery.open('run-fresh')
    expect(await page.getByText('Ask for proof', { exact: true }).count()).toBe(0)
    await page.getByRole('radio', { name: 'No, or it does not check out' }).click()
    await page.getByText('Ask for proof', { exact: true }).waitFor()
    await page.close()
  })

  it('asks for a reason before it skips, and names the skip in the progress', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('button', { name: 'More for step 3' }).click()
    await page.getByRole('menuitem', { name: /Skip/ }).click()
    await page.keyboard.press('Enter')
    await page.getByText('Say why, so that the lead can see it.').waitFor()
    await page.keyboard.type('Already known')
    await page.keyboard.press('Enter')
    await page.getByText('1 of 8 done, 1 skipped').waitFor()
    await page.close()
  })

  it('shows the menu of every open step, not only of the current one', async () => {
    const page = await gallery.open('run-density')
    const menu = page.getByRole('button', { name: 'More for step 6' })
    await menu.waitFor()
    expect(await menu.evaluate((button) => Number(getComputedStyle(button.parentElement!).opacity))).toBeGreaterThan(0.5)
    expect(await menu.getAttribute('title')).toBe('Not applicable (n), skip (s)')
    await page.close()
  })

  it('skips a question by the same key as a tick box', async () => {
    const page = await gallery.open('run-fresh')
    await page.getByRole('radio', { name: 'Yes, and it checks out' }).focus()
    await page.keyboard.press('s')
    await page.getByLabel('Why is it skipped?').waitFor()
    await page.close()
  })

  it('refuses a value of the wrong type and keeps it in the field', async () => {
    const page = await gallery.open('run-fresh')
    const field = page.getByRole('textbox', { name: 'Order value in USD' })
    await field.fill('a lot')
    await field.press('Enter')
    await page.getByText('Type an amount').waitFor()
    expect(await field.inputValue()).toBe('a lot')
    await page.close()
  })

  it('says that a change was not saved, and saves it on another try', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('checkbox').first().waitFor()
    await steer(page, { failure: 'The disk is full.' })
    await page.getByRole('checkbox', { name: 'Ask the seller' }).click()
    await page.getByText('Not saved. The disk is full.').waitFor()
    await steer(page, { failure: null })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('2 of 8 done').waitFor()
    await page.close()
  })

  it('lists what is open instead of closing the run', async () => {
    const page = await gallery.open('run-density')
    await page.getByRole('button', { name: 'Close the run' }).click()
    await page.getByText('7 steps are still open.').waitFor()
    expect(await heard(page, 'run.close')).toEqual([])
    await page.close()
  })

  it('closes a finished run and opens it again', async () => {
    const page = await gallery.open('run-closed')
    await page.getByRole('button', { name: 'Close the run' }).click()
    await page.getByRole('button', { name: 'Reopen the run' }).click()
    await page.getByRole('button', { name: 'Close the run' }).waitFor()
    await page.close()
  })

  it('puts a text that did not arrive on the clipboard and says so', async () => {
    const page = await gallery.open('run-half')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await steer(page, { insertArrives: false })
    // What is told of the other version comes a moment later, and takes its room above the steps.
    await page.getByRole('button', { name: 'What changed' }).waitFor()
    await page.getByRole('button', { name: 'Insert' }).click()
    await page.getByText('It did not arrive in the reply box, so it is on the clipboard. Paste it with Ctrl+V.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Hello northside_kicks')
    await page.close()
  })
})
