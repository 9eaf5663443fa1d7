import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDesk } from '../../demo/desk/server.ts'
import { type Injected, inject, inside, openBrowser, show } from '../page/stage/browser.ts'

let browser: Browser
let page: Page
let desk: Awaited<ReturnType<typeof startDesk>>
beforeAll(async () => {
  browser = await openBrowser()
  desk = await startDesk({ port: 0 })
})
afterAll(async () => {
  await browser.close()
  await desk.stop()
})
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
})

const launcher = async (injected: Injected) => (await inside(injected.world, { className: 'tab' }))!
const railOf = (injected: Injected) => inside(injected.world, { className: 'rail' })

async function press(injected: Injected) {
  const { center } = await launcher(injected)
  await page.mouse.click(center.x, center.y)
}
async function openRail(injected: Injected) {
  await press(injected)
  await expect.poll(() => railOf(injected)).not.toBeNull()
  return (await railOf(injected))!
}
async function choose(injected: Injected, label: string) {
  const { center } = await launcher(injected)
  await page.mouse.click(center.x, center.y, { button: 'right' })
  await expect.poll(() => inside(injected.world, { className: 'menu' })).not.toBeNull()
  const labels = ['Move to', 'Float over the page', 'Snooze for an hour', 'Off on this site']
  for (let down = 0; down < labels.findIndex((one) => label.startsWith(one)); down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
const bodyWidth = () => page.evaluate(() => document.body.getBoundingClientRect().width)
const html = '<body style="margin:0"><p>page</p><textarea id=a></textarea>'

describe('the launcher', () => {
  it('is a small tab at the edge with a name and the count of playbooks', async () => {
    await show(page, html)
    const injected = await inject(page, { matches: 3 })
    expect(await launcher(injected)).toMatchObject({
      width: 28,
      height: 44,
      x: 1252,
      attributes: { 'aria-label': 'Open Handrail, 3 playbooks', 'aria-expanded': 'false' },
    })
  })

  it('shifts nothing when it comes, when the rail opens and when it closes', async () => {
    await page.goto(`${desk.url}/tickets/1042`)
    await page.evaluate(() => {
      const record = globalThis as unknown as { shift: number }
      record.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!entry.hadRecentInput) record.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const width = await bodyWidth()
    const injected = await inject(page)
    expect(await bodyWidth()).toBe(width)
    await openRail(injected)
    await press(injected)
    await expect.poll(bodyWidth).toBe(width)
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.hasAttribute('style'))).toBe(false)
  })

  it('does not open for a click or a key that the page made', async () => {
    await show(page, html)
    const injected = await inject(page)
    const { center } = await launcher(injected)
    await page.evaluate(({ x, y }) => {
      const host = document.elementFromPoint(x, y) as HTMLElement
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'contextmenu'])
        host.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: x, clientY: y }))
      host.click()
      host.focus()
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    }, center)
    await injected.order({ name: 'page.read' })
    expect(await injected.heard('page.open')).toEqual([])
  })

  it('keeps the keys typed on it from the page', async () => {
    await show(page, html)
    await page.evaluate(() => {
      const record = globalThis as unknown as { keys: string[] }
      record.keys = []
      for (const type of ['keydown', 'keypress', 'keyup'] as const) {
        document.addEventListener(type, (event) => record.keys.push(`${type} ${event.key}`), true)
        document.addEventListener(type, (event) => record.keys.push(`${type} ${event.key}`))
      }
    })
    const injected = await inject(page)
    await page.focus('#a')
    await page.keyboard.press('Tab')
    await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys.splice(0))
    for (const key of ['j', 'ArrowUp', 'Escape', 'Enter']) await page.keyboard.press(key)
    await expect.poll(() => injected.heard('page.open')).toHaveLength(1)
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([])
    expect(await injected.heard('page.rail')).toMatchObject([{ request: { offset: 54 } }])
  })

  it('is dragged up and down and stays there', async () => {
    await show(page, html)
    const injected = await inject(page)
    const { center } = await launcher(injected)
    await page.mouse.move(center.x, center.y)
    await page.mouse.down()
    await page.mouse.move(center.x, center.y + 160, { steps: 4 })
    await page.mouse.up()
    expect(await injected.heard('page.rail')).toMatchObject([{ request: { offset: 30 } }])
    expect(await injected.heard('page.open')).toEqual([])
    expect((await launcher(injected)).center.y).toBeCloseTo(center.y + 160, -1)
  })

  it('stays visible whatever the page says of it, and comes back when it is removed', async () => {
    await show(
      page,
      `<style>handrail-host, body * { opacity: 0 !important; display: none !important; transform: scale(0) !important; pointer-events: none !important }
       div { position: fixed; inset: 0; z-index: 2147483647; background: red; display: block !important; opacity: 1 !important }</style><div></div>`,
    )
    const injected = await inject(page)
    const before = await launcher(injected)
    await page.evaluate(() => document.querySelector('handrail-host')?.setAttribute('style', 'display:none !important; opacity: 0 !important'))
    expect(await launcher(injected)).toMatchObject({ x: before.x, y: before.y })
    const atLauncher = () => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, before.center)
    expect(await atLauncher()).toBe('handrail-host')
    await page.evaluate(() => document.querySelector('handrail-host')?.remove())
    await expect.poll(atLauncher).toBe('handrail-host')
  })

  it('gives up after the page removed it six times', async () => {
    await show(page, html)
    await inject(page)
    const isThere = () => page.evaluate(() => document.querySelector('handrail-host') !== null)
    for (let removed = 0; removed < 5; removed++) {
      await page.evaluate(() => document.querySelector('handrail-host')?.remove())
      await expect.poll(isThere).toBe(true)
    }
    await page.evaluate(() => document.querySelector('handrail-host')?.remove())
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await isThere()).toBe(false)
  })
})

describe('the rail', () => {
  it('opens docked beside the page with its frame named and focused, and hands the token to the frame only', async () => {
    await show(page, html)
    const injected = await inject(page, {}, { frameUrl: desk.url })
    const rail = await openRail(injected)
    expect(rail).toMatchObject({ x: 900, width: 380, height: 800 })
    expect(await bodyWidth()).toBe(900)
    expect(page.frames()).toHaveLength(2)
    expect((await launcher(injected)).attributes['aria-expanded']).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('handrail-host')
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length + window.length)).toBe(0)
  })

  it('closes on Escape told by the worker, and the caret is where it was', async () => {
    await show(page, '<textarea id=a>Hello there</textarea>')
    const injected = await inject(page)
    await page.focus('#a')
    await page.evaluate(() => document.querySelector('textarea')?.setSelectionRange(5, 5))
    await openRail(injected)
    await injected.order({ name: 'page.close' })
    expect(await railOf(injected)).toBeNull()
    await page.keyboard.type('!')
    expect(await page.inputValue('#a')).toBe('Hello! there')
  })

  it('is made narrower by the arrow keys on its edge and by the hand, within its limits', async () => {
    await show(page, html)
    const injected = await inject(page)
    await openRail(injected)
    const grip = (await inside(injected.world, { className: 'grip' }))!
    await page.mouse.move(grip.center.x, grip.center.y + 100)
    await page.mouse.down()
    await page.mouse.move(grip.center.x + 500, grip.center.y + 100, { steps: 3 })
    await page.mouse.up()
    await expect.poll(async () => (await railOf(injected))?.width).toBe(300)
    expect(await injected.heard('page.rail')).toMatchObject([{ request: { width: 300 } }])
    expect(await bodyWidth()).toBe(980)
  })

  it('floats when the page keeps its width, and leaves no margin behind', async () => {
    await show(page, '<div style="position:fixed;inset:0">shell</div>')
    const injected = await inject(page)
    await openRail(injected)
    expect(await page.evaluate(() => document.documentElement.style.marginRight)).toBe('')
  })

  it('goes to the other side, over the page, to sleep and away from the menu', async () => {
    await show(page, html)
    const injected = await inject(page)
    await choose(injected, 'Move to left')
    await expect.poll(async () => (await launcher(injected)).x).toBe(0)
    await choose(injected, 'Float over the page')
    expect(await openRail(injected)).toMatchObject({ x: 0, width: 380 })
    expect(await bodyWidth()).toBe(1280)
    await choose(injected, 'Snooze for an hour')
    await expect.poll(() => inside(injected.world, { className: 'tab' })).toBeNull()
    expect(await railOf(injected)).toBeNull()
    const undo = (await inside(injected.world, { className: 'bar-act' }))!
    const [, , snooze] = await injected.heard('page.rail')
    expect((snooze!.request as { snoozedUntil: number }).snoozedUntil).toBeGreaterThan(Date.now() + 3_500_000)
    await page.mouse.click(undo.center.x, undo.center.y)
    await expect.poll(() => inside(injected.world, { className: 'tab' })).not.toBeNull()
  })

  it('leads to the side panel where its frame never speaks', async () => {
    await show(page, html)
    const injected = await inject(page, {}, { frameUrl: desk.url })
    await openRail(injected)
    await expect.poll(() => inside(injected.world, { className: 'bar' }), { timeout: 6000 }).not.toBeNull()
    const { center } = (await inside(injected.world, { className: 'bar-act' }))!
    await page.mouse.click(center.x, center.y)
    await expect.poll(() => injected.heard('page.open')).toMatchObject([{ request: { framed: true } }, { request: { framed: false } }])
    expect(await railOf(injected)).toBeNull()
  })
})
