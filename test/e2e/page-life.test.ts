import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDesk } from '../../demo/desk/server.ts'
import { bundle, type Injected, inject, inside, openBrowser, plan, show } from '../page/stage/browser.ts'

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
  page = await browser.newPage()
})

const hostCount = () => page.evaluate(() => document.querySelectorAll('handrail-host').length)
const lastReport = async (injected: Injected) => (await injected.reports()).at(-1)
const hellos = async (injected: Injected) => (await injected.heard('page.hello')).length
const category = { reads: [{ key: 'category', by: 'label' as const, label: 'Category', within: null }], textSelector: '#conversation' }

describe('a page without a plan', () => {
  it('gets nothing from us, and is asked about again when its address changes', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page, null)
    await page.evaluate(() => history.pushState(null, '', '#other'))
    await expect.poll(() => hellos(injected)).toBe(2)
    expect(await hostCount()).toBe(0)
    expect(await injected.reports()).toEqual([])
  })

  it('loses the launcher that the page before it had', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page)
    expect(await hostCount()).toBe(1)
    await injected.world.evaluate('handrailTest.plan = null')
    await page.evaluate(() => history.replaceState(null, '', '#list'))
    await expect.poll(hostCount).toBe(0)
  })
})

describe('a case', () => {
  it('is read after load, and the launcher shows the count that came back', async () => {
    await page.goto(`${desk.url}/tickets/1042`)
    const injected = await inject(page, category)
    await expect.poll(() => injected.reports()).toMatchObject([{ values: { category: 'Counterfeit' }, added: false }])
    expect((await lastReport(injected))?.text).toMatch(/^Lumo .*the next person to be cheated\.$/s)
    await expect.poll(async () => (await inside(injected.world, { className: 'tab' }))?.attributes['aria-label']).toBe('Open Handrail, 3 playbooks')
  })

  it('that follows by pushState is read anew, as a whole', async () => {
    await page.goto(`${desk.url}/tickets/1042`)
    const injected = await inject(page, category)
    await expect.poll(() => injected.reports()).toHaveLength(1)
    await page.getByRole('link', { name: 'Next' }).click()
    await expect.poll(() => hellos(injected)).toBe(2)
    await expect.poll(async () => (await lastReport(injected))?.values.category).toBe('Shill bidding')
    expect(await lastReport(injected)).toMatchObject({ added: false })
    expect((await lastReport(injected))?.text).not.toContain('cheated')
  })
})

describe('a live page', () => {
  /** The first seconds after load count as settling: everything is read whole. */
  async function settled() {
    await show(page, '<main id=chat><p>first words</p></main><aside id=clock></aside>')
    const injected = await inject(page, { textSelector: '#chat' })
    await expect.poll(() => injected.reports()).toHaveLength(1)
    await injected.world.evaluate('Date.now = ((real) => () => real() + 10_000)(Date.now)')
    return injected
  }
  const say = (words: string) =>
    page.evaluate((text) => document.querySelector('main')?.append(Object.assign(document.createElement('p'), { textContent: text })), words)

  it('sends what came in and not what was there', async () => {
    const injected = await settled()
    await say('zelle please')
    await expect.poll(() => lastReport(injected), { timeout: 5000 }).toMatchObject({ text: 'zelle please', added: true })
  })

  it('is not reported for a clock, nor for words outside the conversation', async () => {
    const injected = await settled()
    await page.evaluate(() => document.querySelector('aside')?.append('12:01', 'and words elsewhere'))
    await say('12:02')
    await say('real words')
    await expect.poll(() => lastReport(injected), { timeout: 5000 }).toMatchObject({ text: '12:02 real words' })
    expect(await injected.reports()).toHaveLength(2)
  })

  it('tells a value that changed in place, and one whose label came later', async () => {
    await show(page, '<dl><dt>Status</dt><dd>Open</dd></dl><main id=chat></main>')
    const read = (label: string) => ({ key: label, by: 'label' as const, label, within: 'dl' })
    const injected = await inject(page, { reads: [read('Status'), read('Queue')], textSelector: '#chat' })
    await expect.poll(() => lastReport(injected)).toMatchObject({ values: { Status: 'Open', Queue: null } })
    await injected.world.evaluate('Date.now = ((real) => () => real() + 10_000)(Date.now)')
    await page.evaluate(() => {
      document.querySelector('dd')!.firstChild!.nodeValue = 'Waiting'
      document.querySelector('dl')!.insertAdjacentHTML('beforeend', '<dt>Queue</dt><dd>leads</dd>')
    })
    await expect.poll(() => lastReport(injected), { timeout: 5000 }).toMatchObject({ values: { Status: 'Waiting', Queue: 'leads' }, text: '', added: true })
  })

  it('is left alone while it is snoozed', async () => {
    await show(page, '<main id=chat></main>')
    const injected = await inject(page, { rail: { mode: 'dock', side: 'right', width: 380, offset: 50, snoozedUntil: 8.64e15 } })
    await say('words')
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 900 })))
    expect(await injected.reports()).toEqual([])
    expect(await inside(injected.world, { className: 'tab' })).toBeNull()
  })
})

describe('one page', () => {
  it('holds one script: a second injection into a living one does nothing', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page)
    await injected.world.evaluate(`(() => { ${await bundle('entrypoints/page/index.ts')}; built.main() })()`)
    expect(await hellos(injected)).toBe(1)
    expect(await hostCount()).toBe(1)
  })

  it('changes over to the script of a newer version', async () => {
    await show(page, '<p>page</p>')
    const older = await inject(page, {}, { worldName: 'older' })
    await older.world.evaluate('handrailTest.isGone = true')
    const newer = await inject(page, {}, { worldName: 'newer' })
    expect(await hostCount()).toBe(1)
    expect(await inside(newer.world, { className: 'tab' })).not.toBeNull()
  })

  it('can be told to stop, and to start again', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page)
    await injected.order({ name: 'page.stop' })
    expect(await hostCount()).toBe(0)
    await inject(page)
    expect(await hostCount()).toBe(1)
  })

  it('goes by itself when the worker answers that it may ask nothing any more, and can come back', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page)
    await expect.poll(() => injected.reports()).toHaveLength(1)
    await injected.world.evaluate('handrailTest.isForbidden = true')
    const tab = (await inside(injected.world, { className: 'tab' }))!
    await page.mouse.click(tab.center.x, tab.center.y)
    await expect.poll(hostCount).toBe(0)
    expect(await injected.world.evaluate('handrailTest.listeners.length')).toBe(0)
    await inject(page)
    expect(await hostCount()).toBe(1)
  })

  it('that nobody knows yet asks again, however it was answered', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page, null)
    await injected.world.evaluate('handrailTest.isForbidden = true')
    await page.evaluate(() => history.pushState(null, '', '#early'))
    await expect.poll(() => hellos(injected)).toBe(2)
    await injected.world.evaluate(`Object.assign(handrailTest, { isForbidden: false, plan: ${JSON.stringify(plan)} })`)
    await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')))
    await expect.poll(hostCount).toBe(1)
  })

  it('says that the extension was updated, and reloads on a press', async () => {
    await show(page, '<p>page</p>')
    const injected = await inject(page)
    await expect.poll(() => injected.reports()).toHaveLength(1)
    await injected.world.evaluate('handrailTest.isGone = true')
    const tab = (await inside(injected.world, { className: 'tab' }))!
    await page.mouse.click(tab.center.x, tab.center.y)
    await expect.poll(() => inside(injected.world, { className: 'bar' })).not.toBeNull()
    expect(await inside(injected.world, { className: 'tab' })).toBeNull()
    const reload = (await inside(injected.world, { className: 'bar-act' }))!
    const reloaded = page.waitForEvent('load')
    await page.mouse.click(reload.center.x, reload.center.y)
    await reloaded
    expect(await hostCount()).toBe(0)
  })

  it('never sees an error of ours', async () => {
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => problems.push(message.text()))
    await show(page, '<main></main>')
    const injected = await inject(page, { reads: [{ key: 'a', by: 'selector', selector: ':nonsense(', attribute: null }], textSelector: '!!' })
    await expect.poll(() => injected.reports()).toHaveLength(1)
    await injected.order({ name: 'page.insert', text: 'Hello', reply: ['!!'] })
    await page.evaluate(() => document.documentElement.replaceWith(document.createElement('html')))
    await injected.order({ name: 'page.toggle' })
    await injected.order({ name: 'page.close' })
    await injected.order({ name: 'page.read' })
    expect(problems).toEqual([])
  })
})

it('the script that every page gets stays under 15 kB', async () => {
  expect((await bundle('entrypoints/page/index.ts', true)).length).toBeLessThan(15_000)
})
