// Pages whose words and names are made to break or to fool whoever reads them: what is read is capped, true, or nothing.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inject, openBrowser, show } from '../../page/stage/browser.ts'

const plan = {
  reads: [
    { key: 'category', by: 'label' as const, label: 'Category', within: null },
    { key: 'order', by: 'selector' as const, selector: '#order', attribute: null },
  ],
  textSelector: null,
}
const fields = '<dl><dt>Category</dt><dd>Counterfeit</dd></dl><p id="order">NW-204417</p>'

describe('a page that lies', () => {
  let browser: Browser
  let page: Page
  const errors: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    await page?.close()
    errors.length = 0
    page = await browser.newPage()
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  })

  /** Names that a page gives to its elements stand in the way of what a script asks the document for. */
  const clobbered = [
    'querySelectorAll',
    'querySelector',
    'createTreeWalker',
    'createElement',
    'addEventListener',
    'body',
    'head',
    'title',
    'documentElement',
    'activeElement',
    'getSelection',
    'hidden',
  ]
  for (const name of clobbered)
    it(`by an element that is called ${name} is read all the same`, async () => {
      await show(page, `<form name="${name}"><input name="${name}"></form><img name="${name}" alt="">${fields}`)
      const injected = await inject(page, plan)
      await expect.poll(() => injected.reports()).toMatchObject([{ values: { category: 'Counterfeit', order: 'NW-204417' } }])
      expect(await page.evaluate(() => Document.prototype.querySelectorAll.call(document, 'handrail-host').length)).toBe(1)
      expect(errors).toEqual([])
    })

  it('by a title and a text without end is read up to its cap, and no further', async () => {
    await show(page, `${fields}<p id="long"></p>`)
    await page.evaluate(() => {
      document.title = 'x'.repeat(10_000_000)
      document.getElementById('long')!.textContent = 'word '.repeat(2_000_000)
    })
    const injected = await inject(page, plan)
    await expect.poll(() => injected.reports()).toHaveLength(1)
    const [report] = await injected.reports()
    expect(report!.text.length).toBeLessThanOrEqual(200_000)
    expect(JSON.stringify(await injected.heard('page.hello')).length).toBeLessThan(20_000)
    expect(report!.values).toMatchObject({ category: 'Counterfeit' })
  })

  it('by elements without end is read', async () => {
    await show(page, fields)
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<i>a</i>'.repeat(300_000))
      let deep: Element = document.body
      for (let depth = 0; depth < 400; depth++) deep = deep.appendChild(document.createElement('div'))
    })
    const injected = await inject(page, plan)
    await expect.poll(() => injected.reports()).toMatchObject([{ values: { category: 'Counterfeit', order: 'NW-204417' } }])
    expect(errors).toEqual([])
  })

  it('by accessors of its own on what it owns is not asked by us', async () => {
    await show(page, fields)
    await page.evaluate(() => {
      const record = globalThis as unknown as { asked: string[] }
      record.asked = []
      for (const name of ['title', 'body', 'cookie', 'querySelectorAll', 'createTreeWalker', 'activeElement'])
        Object.defineProperty(document, name, {
          get() {
            record.asked.push(name)
            throw new Error('asked')
          },
        })
      const { attachShadow } = Element.prototype
      Element.prototype.attachShadow = function (init) {
        record.asked.push('attachShadow')
        return attachShadow.call(this, { ...init, mode: 'open' })
      }
    })
    const injected = await inject(page, plan)
    await expect.poll(() => injected.reports()).toMatchObject([{ values: { category: 'Counterfeit' } }])
    expect(await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([])
  })

  it('by messages in our own shapes is not heard', async () => {
    await show(page, fields)
    const injected = await inject(page, plan)
    await expect.poll(() => injected.reports()).toHaveLength(1)
    await page.evaluate(() => {
      for (const name of ['page.hello', 'page.plan', 'page.stop', 'page.toggle', 'changed', 'escalation.create'])
        for (const data of [{ name }, { name, request: {} }, { name, plan: null }, JSON.stringify({ name })]) window.postMessage(data, '*')
    })
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
    expect(await injected.reports()).toHaveLength(1)
    expect(await page.evaluate(() => document.querySelectorAll('handrail-host').length)).toBe(1)
  })
})
