// Dialogs of the page that keep the focus to themselves, and the rail beside them.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Injected, inject, inside, openBrowser, show } from '../page/stage/browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
})

/** `way`: which of the events of the focus the dialog listens to, as the well-known kits do. */
const trap = (way: 'focusin' | 'focusout') => `<button id="out">Out</button><div role="dialog"><input id="field"></div><script>
  const dialog = document.querySelector('[role=dialog]'), field = document.getElementById('field')
  window.left = 0
  const fetchBack = (target) => { if (target && !dialog.contains(target)) field.focus() }
  document.addEventListener('focusout', () => { left++ })
  if ('${way}' === 'focusin') document.addEventListener('focusin', (event) => fetchBack(event.target))
  else document.addEventListener('focusout', (event) => fetchBack(event.relatedTarget))
</script>`

async function openRail(): Promise<Injected> {
  await page.route('http://frame.test/**', (route) => route.fulfill({ contentType: 'text/html', body: '<input id="search" autofocus>' }))
  const injected = await inject(page)
  await page.click('#field')
  const { center } = (await inside(injected.world, { className: 'tab' }))!
  await page.mouse.click(center.x, center.y)
  await expect.poll(() => page.frames().length).toBe(2)
  return injected
}

describe.each(['focusin', 'focusout'] as const)('beside a dialog that fetches the focus back on %s', (way) => {
  it('a person can type in the rail', async () => {
    await show(page, trap(way))
    await openRail()
    const search = page.frames()[1]!.locator('#search')
    await search.click()
    await search.pressSequentially('heron')
    expect(await search.inputValue()).toBe('heron')
    expect(await page.inputValue('#field')).toBe('')
  })

  it('the page still fetches it back from its own elements, hears that it left, and all is as before once the rail is closed', async () => {
    await show(page, trap(way))
    const injected = await openRail()
    await expect.poll(() => page.evaluate(() => (window as unknown as { left: number }).left)).toBeGreaterThan(0)
    await page.evaluate(() => document.getElementById('field')!.focus())
    await page.evaluate(() => document.getElementById('out')!.focus())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field')
    await injected.order({ name: 'page.close' })
    await page.evaluate(() => document.getElementById('out')!.focus())
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field')
  })
})

describe('the key that shows the rail', () => {
  const toggle = (injected: Injected) => injected.order<boolean>({ name: 'page.toggle' })

  it('is answered by showing and hiding it', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page)
    expect(await toggle(injected)).toBe(true)
    await expect.poll(() => inside(injected.world, { className: 'rail' })).not.toBeNull()
    expect(await toggle(injected)).toBe(true)
    expect(await inside(injected.world, { className: 'rail' })).toBeNull()
  })

  it('is refused where a dialog of the page makes all else dead, and taken again after it', async () => {
    await show(page, '<dialog>Case 7</dialog>')
    const injected = await inject(page)
    await page.evaluate(() => document.querySelector('dialog')!.showModal())
    expect(await toggle(injected)).toBe(false)
    await page.evaluate(() => document.querySelector('dialog')!.close())
    expect(await toggle(injected)).toBe(true)
  })

  it('is refused on a page that removes us as often as we come back, which goes on undisturbed', async () => {
    await show(
      page,
      `<script>
        window.removed = 0
        new MutationObserver(() => {
          for (const host of document.querySelectorAll('handrail-host')) { host.remove(); removed++ }
        }).observe(document, { childList: true, subtree: true })
      </script>`,
    )
    const injected = await inject(page)
    const removed = () => page.evaluate(() => (window as unknown as { removed: number }).removed)
    await expect.poll(removed).toBe(6)
    expect(await toggle(injected)).toBe(false)
    await page.evaluate(() => document.body.append('and on it goes'))
    await expect.poll(async () => (await injected.reports()).at(-1)?.text).toContain('and on it goes')
    expect(await removed()).toBe(6)
    expect(await injected.heard('page.open')).toEqual([])
  })

  it('is refused in an isolated page, whose frames the browser would report to it', async () => {
    await page.route('https://isolated.test/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
        body: '<p>page</p>',
      }),
    )
    await page.goto('https://isolated.test/')
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    const injected = await inject(page)
    expect(await toggle(injected)).toBe(false)
    const { center } = (await inside(injected.world, { className: 'tab' }))!
    await page.mouse.click(center.x, center.y)
    await expect.poll(() => injected.heard('page.open')).toMatchObject([{ request: { framed: false } }])
    expect(page.frames()).toHaveLength(1)
  })
})
