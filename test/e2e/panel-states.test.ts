// No state of the panel is wider than the panel, however narrow that is and whatever its texts are.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { states } from '../components/gallery/states.ts'
import { type Gallery, openGallery } from './panel-gallery.ts'

const widths = [320, 360, 420]

describe('every state', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  it.for(Object.keys(states))('%s fits the width of the panel and hides nothing beside it', async (state) => {
    const page = await gallery.open(state)
    await page.getByRole('button', { name: 'Panel menu' }).waitFor()
    const wide: string[] = []
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const found = await page.evaluate(() => {
        const room = document.documentElement.clientWidth
        const isOver = (element: Element) => {
          const { left, right, width } = element.getBoundingClientRect()
          // What scrolls by itself, or is for screen readers only, is no part of the layout.
          return width > 1 && (right > room + 0.5 || left < -0.5) && !element.closest('pre, section[aria-label="Table"], .visually-hidden')
        }
        const over = Array.from(document.querySelectorAll('#root *')).filter((element) => element.checkVisibility() && isOver(element))
        return [...(document.documentElement.scrollWidth > room ? ['the page'] : []), ...over.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))]
      })
      wide.push(...found.map((what) => `${width} px: ${what}`))
    }
    expect(wide).toEqual([])
    await page.close()
  })
})
