// The panel's menu in panels of every height: whole where there is room, and with its first action in view and its last in reach where there is not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './panel-gallery.ts'

describe('the menu of the panel', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  async function openMenu(width: number, height: number) {
    const page = await gallery.open('run-half', '&surface=frame')
    await page.setViewportSize({ width, height })
    await page.getByRole('button', { name: 'Panel menu' }).click()
    const menu = page.getByRole('menu')
    await menu.waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focused).toContain('News')
    return { page, menu, focused }
  }

  it.for([
    [360, 600],
    [380, 900],
    [320, 640],
  ] as const)('stands whole in a panel of %i by %i', async ([width, height]) => {
    const { page, menu } = await openMenu(width, height)
    const { x, y, ...size } = (await menu.boundingBox())!
    expect(Math.min(x, y)).toBeGreaterThan(0)
    expect([x + size.width < width, y + size.height < height]).toEqual([true, true])
    expect(await menu.evaluate((list) => list.scrollHeight - list.clientHeight)).toBe(0)
    await page.close()
  })

  it('scrolls where it must, from the first action in view to the last by one key', async () => {
    const { page, menu, focused } = await openMenu(190, 450)
    expect(await menu.evaluate((list) => list.scrollHeight > list.clientHeight && list.scrollTop === 0)).toBe(true)
    const { y, height } = (await menu.boundingBox())!
    expect([y > 0, y + height < 450]).toEqual([true, true])
    await page.keyboard.press('End')
    expect(await focused()).toBe('About Handrail')
    const last = (await menu.getByRole('menuitem', { name: 'About Handrail' }).boundingBox())!
    expect(last.y + last.height).toBeLessThan(y + height)
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Panel menu')
    await page.close()
  })

  it('names its settings whole, however short their words are, and says which of them stands', async () => {
    const { page, menu } = await openMenu(380, 900)
    const theme = menu.getByRole('group', { name: 'Theme' })
    expect(await theme.getByRole('menuitemradio', { name: 'Theme of the system' }).getAttribute('aria-checked')).toBe('true')
    await theme.getByRole('menuitemradio', { name: 'Dark theme' }).click()
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await page.close()
  })
})
