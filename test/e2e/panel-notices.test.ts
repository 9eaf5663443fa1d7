// What just happened, in view wherever the agent has scrolled: on the worker in memory.
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery, steer } from './panel-gallery.ts'

describe('what just happened', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  /** At the end of a run that is longer than the panel. */
  async function atTheEnd(query = ''): Promise<{ page: Page; escalate: Locator }> {
    const page = await gallery.open('run-half', query)
    await page.setViewportSize({ width: 380, height: 500 })
    const escalate = page.getByRole('button', { name: 'Escalate', exact: true })
    await escalate.waitFor()
    const scrolled = await page.getByRole('main').evaluate((main) => {
      main.scrollTop = main.scrollHeight
      return main.scrollTop
    })
    expect(scrolled).toBeGreaterThan(100)
    return { page, escalate }
  }
  const isInView = (locator: Locator) =>
    locator.evaluate((element) => {
      const { left, top, bottom } = element.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight && element.contains(document.elementFromPoint(left + 2, (top + bottom) / 2))
    })

  it('is said above the Escalate bar at the end of a long run, and moves or covers no button there', async () => {
    const { page, escalate } = await atTheEnd('&surface=frame')
    const before = await escalate.boundingBox()
    await escalate.evaluate((element: HTMLElement) => element.click())
    const refusal = page.getByText('The page tried to click for you.')
    await refusal.waitFor()
    expect(await isInView(refusal)).toBe(true)
    expect(await page.getByRole('status').filter({ has: refusal }).count()).toBe(1)
    expect(await escalate.boundingBox()).toEqual(before)
    expect(await isInView(escalate)).toBe(true)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await refusal.waitFor({ state: 'detached' })
    await page.close()
  })

  it('leaves the step that has the focus in view', async () => {
    const { page } = await atTheEnd()
    await steer(page, { insertArrives: false })
    await page.getByRole('button', { name: 'Insert' }).click()
    const note = page.getByText(/^It did not arrive in the reply box/)
    await note.waitFor()
    expect([await isInView(note), await isInView(page.getByRole('main').locator(':focus'))]).toEqual([true, true])
    await page.close()
  })
})
