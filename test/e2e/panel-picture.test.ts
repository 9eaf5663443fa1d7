// Evidence made less before it is sent, in the panel on the worker in memory: a picture with the mouse and with keys, words with both.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'
import { isBlack, pixelsOf } from './pixels.ts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

async function openStep(): Promise<{ page: Page; box: Locator }> {
  const page = await gallery.open('run-evidence')
  await page.locator('[data-step="photo"]').getByRole('checkbox').focus()
  return { page, box: page.getByRole('group', { name: 'Evidence for Photograph the listing' }) }
}

describe('the picture of a step', () => {
  async function openEditor() {
    const { page, box } = await openStep()
    await box.getByRole('button', { name: 'Crop or black out' }).click()
    const editor = page.getByRole('dialog', { name: 'Crop or black out' })
    await editor.getByRole('img').waitFor()
    const button = (name: string) => editor.getByRole('button', { name, exact: true })
    /** From one place to another, in pixels of the picture, which is 1600 wide. */
    const drag = async (from: [number, number], to: [number, number]) => {
      const { x, y, width } = (await editor.getByRole('img').boundingBox())!
      const scale = width / 1600
      await page.mouse.move(x + from[0] * scale, y + from[1] * scale)
      await page.mouse.down()
      await page.mouse.move(x + to[0] * scale, y + to[1] * scale, { steps: 3 })
      await page.mouse.up()
    }
    const boxes = () => editor.getByRole('button', { name: /^Box \d/ }).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    const image = box.getByRole('img', { name: /^Picture of/ })
    return { page, box, editor, button, drag, boxes, image }
  }

  it('is blacked out and cut with the mouse, and what is shown then is what was saved', async () => {
    const { page, box, editor, button, drag, boxes, image } = await openEditor()
    expect(await button('Save picture').isDisabled()).toBe(true)
    await drag([80, 150], [500, 260])
    expect(await boxes()).toHaveLength(1)
    await button('Crop').click()
    await drag([40, 40], [1000, 600])
    expect(await axeFaults(page)).toEqual([])
    await button('Save picture').click()
    await box.getByText('Saved. The picture above is what is sent.').waitFor()
    expect(await editor.count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Crop or black out')
    // A line of the page stood at 82, 162; it runs on to the right of the box.
    const { width, height, at } = await pixelsOf(image, [
      [60, 130],
      [400, 150],
      [700, 130],
      [500, 300],
    ])
    expect(Math.abs(width - 960) + Math.abs(height - 560)).toBeLessThan(12)
    expect(at.map(isBlack)).toEqual([true, true, false, false])
    await page.close()
  })

  it('is blacked out and cut with keys alone', async () => {
    const { page, box, editor, button, boxes, image } = await openEditor()
    await button('Add box').focus()
    await page.keyboard.press('Enter')
    const first = editor.getByRole('button', { name: /^Box 1/ })
    await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true)
    const before = await boxes()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Shift+ArrowRight')
    const [, wide, high, left, top] = /(\d+) by (\d+), (\d+) from the left, (\d+) from the top/.exec(before[0]!)!.map(Number)
    expect(await boxes()).toEqual([`Box 1, ${wide! + 2} by ${high}, ${left! - 2} from the left, ${top} from the top`])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await boxes()).toEqual(before)
    await page.keyboard.press('Delete')
    expect(await boxes()).toEqual([])
    await page.keyboard.press('Control+z')
    expect(await boxes()).toEqual(before)
    // Escape throws nothing away that was drawn.
    await page.keyboard.press('Escape')
    await editor.getByText('Save the picture, or keep it as it was.').waitFor()
    await button('Crop').focus()
    await page.keyboard.press('Space')
    await editor.getByRole('button', { name: 'Frame, 1600 by 1000, 0 from the left, 0 from the top' }).waitFor()
    await page.keyboard.press('Shift+ArrowUp')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await editor.getByRole('button', { name: 'Frame, 1598 by 998, 2 from the left, 0 from the top' }).waitFor()
    await button('Save picture').focus()
    await page.keyboard.press('Enter')
    await box.getByText('Saved. The picture above is what is sent.').waitFor()
    const { width, height, at } = await pixelsOf(image, [[left! + 20, top! + 20]])
    expect([width, height, at.map(isBlack)]).toEqual([1598, 998, [true]])
    await page.close()
  })

  it('has boxes that are moved, pulled larger and taken back, and is kept as it was when that is wanted', async () => {
    const { page, editor, button, drag, boxes } = await openEditor()
    await drag([200, 200], [600, 400])
    const [drawn] = await boxes()
    await drag([400, 300], [500, 300])
    const [moved] = await boxes()
    expect(moved).not.toBe(drawn)
    const { x, y, width, height } = (await editor.getByRole('button', { name: /^Box 1/ }).boundingBox())!
    await page.mouse.move(x + width - 1, y + height - 1)
    await page.mouse.down()
    await page.mouse.move(x + width + 30, y + height + 20)
    await page.mouse.up()
    expect((await boxes())[0]).not.toBe(moved)
    await button('Undo').click()
    expect(await boxes()).toEqual([moved])
    await button('Larger').click()
    await button('Keep as it was').click()
    await expect.poll(() => editor.count()).toBe(0)
    expect(await heard(page, 'proof.edit')).toEqual([])
    await page.close()
  })
})

describe('the words of a selection', () => {
  const url = 'https://desk.example.com/tickets/1042'

  it('are masked by marking them and pressing what appears, and come back by Undo', async () => {
    const { page, box } = await openStep()
    const link = box.getByRole('link', { name: 'Sneakers from the Friday stream look fake' })
    expect(await link.getAttribute('href')).toBe(`${url}#:~:text=the%20label%20is%20glued%20on`)
    await box.locator('mark').evaluate((mark) => {
      const range = document.createRange()
      range.setStart(mark.firstChild!, 4)
      range.setEnd(mark.firstChild!, 9)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
    await box.getByRole('button', { name: 'Mask “label”' }).click()
    await box.getByText('Masked in one place.').waitFor()
    await box.getByText('the [words removed] is glued on').waitFor()
    await box.getByText('Masked: words in one place.').waitFor()
    expect(await link.getAttribute('href')).toBe(url)
    expect(await axeFaults(page)).toEqual([])
    await box.getByRole('button', { name: 'Undo the mask' }).click()
    await box.getByText('the label is glued on', { exact: true }).waitFor()
    expect(await link.getAttribute('href')).toContain(':~:text=')
    await page.close()
  })

  it('are masked by typing them, with keys alone', async () => {
    const { page, box } = await openStep()
    await box.getByRole('button', { name: 'Mask words…' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('elsewhere')
    await box.getByText('Not in this evidence.').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('BOX is')
    await box.getByText('In one place.').waitFor()
    await page.keyboard.press('Enter')
    await box.getByText('and the [words removed] blank.').waitFor()
    expect(JSON.stringify((await heard(page, 'proof.edit')).map((asked) => (asked as { after: object }).after))).not.toContain('box is')
    await page.close()
  })

  it('and the picture stay as they are once they are sent, and the step says so', async () => {
    const { page, box } = await openStep()
    await page.getByRole('button', { name: 'Escalate', exact: true }).click()
    await expect.poll(() => box.getByText('Sent as it is, so it is not changed any more.').count()).toBe(2)
    expect(await box.getByRole('button', { name: /Mask words|Crop or black out/ }).count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await page.close()
  })
})

describe('what goes along', () => {
  it('is shown with the note before it is sent, and made less there as on its step', async () => {
    const { page, box } = await openStep()
    await page.getByRole('button', { name: 'Add note, severity, queue' }).click()
    const along = page.getByRole('region', { name: 'Evidence that goes along' })
    await along.getByText('Goes along: 2 notes, 1 link, 1 selection, 1 picture.').waitFor()
    await along.getByRole('img', { name: /^Picture of/ }).waitFor()
    await along.getByRole('button', { name: 'Mask words…' }).click()
    await along.getByRole('textbox', { name: 'Words to mask' }).fill('label')
    await page.keyboard.press('Enter')
    await box.getByText('the [words removed] is glued on').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await along.getByRole('button', { name: 'Crop or black out' }).click()
    await page.getByRole('dialog', { name: 'Crop or black out' }).getByRole('button', { name: 'Keep as it was' }).click()
    await page.getByRole('button', { name: 'Escalate', exact: true }).click()
    await expect.poll(() => box.getByText('Sent as it is, so it is not changed any more.').count()).toBe(2)
    await page.close()
  })
})
