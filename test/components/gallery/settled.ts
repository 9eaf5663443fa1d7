// Waits for the whole panel: no part of it is still being fetched, and what was fetched is drawn. The worker in memory answers within a frame.
import type { Page } from 'playwright-core'

export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // A part may ask for another one: whole is what still is when it was drawn.
    for (let still = 0; still < 3; still += 1) {
      if (document.querySelector('[data-late]')) still = -1
      await frame()
    }
    await document.fonts.ready
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => {})))
  })
}
