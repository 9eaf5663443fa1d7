// A page that turns from one case to another without a new address: what was hidden is shown, what was shown is hidden, taken out or rewritten.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PageRead, PageReport } from '../../lib/schema/page.ts'
import { plan as basis, type Injected, inject, openBrowser, show } from '../page/stage/browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
})

const id: PageRead = { key: '#0', by: 'selector', selector: '[role=dialog] h2', attribute: null }
const seller: PageRead = { key: 'case.seller#0', by: 'label', label: 'Seller', within: '[role=dialog]' }
const plan = { reads: [id, seller], textSelector: '[role=dialog] p' }
const dialog = (name: string, words: string, more = '') =>
  `<div role="dialog" id="${name}" ${more}><h2>${name}</h2><b>Seller</b> <i>of ${name}</i><p>${words}</p><textarea></textarea></div>`
const both = `<style>.away{display:none}</style>${dialog('A', 'first words')}${dialog('B', 'second words', 'class="away"')}`

const last = async (injected: Injected) => (await injected.reports()).at(-1)

/** Past the first seconds, in which everything is read whole. */
async function settled(html: string): Promise<Injected> {
  await show(page, html)
  const injected = await inject(page, plan)
  await expect.poll(() => injected.reports()).toHaveLength(1)
  await injected.world.evaluate('Date.now = ((real) => () => real() + 10_000)(Date.now)')
  return injected
}
const ofB = { values: { '#0': 'B', 'case.seller#0': 'of B' }, text: 'second words', added: false }

describe('a page that turns to another case', () => {
  it('is read without the words of what it hides', async () => {
    const injected = await settled(both)
    expect(await last(injected)).toMatchObject({ values: { '#0': 'A', 'case.seller#0': 'of A' }, text: 'first words' })
  })

  it.each([
    [
      'a class',
      () => {
        document.getElementById('A')!.className = 'away'
        document.getElementById('B')!.className = ''
      },
    ],
    [
      'a style',
      () => {
        document.getElementById('A')!.style.display = 'none'
        document.getElementById('B')!.style.display = 'block'
      },
    ],
    [
      'the attribute hidden',
      () => {
        document.getElementById('A')!.hidden = true
        document.getElementById('B')!.className = ''
      },
    ],
  ])('by %s alone is read anew, whole, and only what is shown', async (_by, turn) => {
    const injected = await settled(both)
    await page.evaluate(turn)
    await expect.poll(() => last(injected)).toMatchObject(ofB)
  })

  it('by putting another drawer in the place of the one before is read without the words of that one', async () => {
    const injected = await settled(dialog('A', 'first words'))
    await page.evaluate(
      (html) => {
        document.getElementById('A')!.outerHTML = html
      },
      dialog('B', 'second words'),
    )
    await expect.poll(() => last(injected)).toMatchObject(ofB)
  })

  it('by writing over what stands there is read without the words before', async () => {
    const injected = await settled(dialog('A', 'first words'))
    await page.evaluate(() => {
      const write = (selector: string, words: string) => {
        document.querySelector(selector)!.firstChild!.nodeValue = words
      }
      write('h2', 'B')
      write('i', 'of B')
      write('p', 'second words')
    })
    await expect.poll(() => last(injected)).toMatchObject(ofB)
  })

  it('by taking the drawer out has no case any more', async () => {
    const injected = await settled(dialog('A', 'first words'))
    await page.evaluate(() => document.getElementById('A')!.remove())
    await expect.poll(() => last(injected)).toMatchObject({ values: { '#0': null, 'case.seller#0': null }, text: '', added: false })
  })

  it('by its title alone is reported whole', async () => {
    const injected = await settled(dialog('A', 'first words'))
    await page.evaluate(() => {
      document.title = 'Case B'
    })
    await expect.poll(() => injected.reports()).toHaveLength(2)
    expect(await last(injected)).toMatchObject({ added: false, text: 'first words' })
  })

  it('while it was kept for the way back is asked about again and read whole when the browser brings it back', async () => {
    const injected = await settled(dialog('A', 'first words'))
    await page.evaluate(
      (html) => {
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
        document.getElementById('A')!.outerHTML = html
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      },
      dialog('B', 'second words'),
    )
    await expect.poll(() => injected.heard('page.hello')).toHaveLength(2)
    await expect.poll(() => last(injected)).toMatchObject(ofB)
  })

  it('or only moves and blinks is not reported', async () => {
    const injected = await settled(both)
    await page.evaluate(() => {
      for (let turn = 0; turn < 50; turn++) document.getElementById('A')!.style.translate = `${turn}px`
      document.getElementById('B')!.remove()
    })
    // What is heard next is the measure that the moves were seen and kept back.
    await page.evaluate(() => document.querySelector('#A p')!.append(' and more words'))
    await expect.poll(() => last(injected)).toMatchObject({ text: 'and more words', added: true })
    expect(await injected.reports()).toHaveLength(2)
  })
})

describe('a page without end', () => {
  it('is looked at up to a bound, whatever it holds and wherever a label would stand', async () => {
    // Not drawn, so that the browser itself has no work with it.
    await show(page, '<main hidden></main>')
    await page.evaluate(() => {
      const part = document.createDocumentFragment()
      for (let at = 0; at < 1000; at++) part.append(Object.assign(document.createElement('i'), { className: 'copy' }), document.createTextNode(' '))
      for (let piece = 0; piece < 500; piece++) document.querySelector('main')!.append(part.cloneNode(true))
    })
    expect(await page.evaluate(() => document.getElementsByTagName('*').length)).toBeGreaterThan(500_000)
    const injected = await inject(page, null)
    await injected.world.evaluate(`
      globalThis.looks = 0
      for (const [owner, name] of [[TreeWalker.prototype, 'nextNode'], [Element.prototype, 'checkVisibility']]) {
        const real = owner[name]
        owner[name] = function (...given) { looks++; return real.apply(this, given) }
      }`)
    const far: PageRead[] = [
      { key: 'label', by: 'label', label: 'Category', within: null },
      { key: 'copies', by: 'selector', selector: '.copy', attribute: null },
    ]
    await injected.order({ name: 'page.plan', plan: { ...basis, reads: far } })
    const report = await injected.order<PageReport>({ name: 'page.read' })
    expect(report.values).toEqual({ label: null, copies: null })
    // Two plans were read, by the order and by the page itself: of a million texts and elements a fifth at most.
    expect(await injected.world.evaluate<number>('looks')).toBeLessThan(450_000)
  })
})

describe('the reply box', () => {
  const insert = (injected: Injected) =>
    injected.order<{ arrived: boolean; reason: string }>({ name: 'page.insert', text: 'Hello', reply: ['[role=dialog] textarea'] })

  it('of a drawer that was closed gets nothing, though the agent wrote in it last', async () => {
    const injected = await settled(both)
    await injected.world.evaluate(`chrome.runtime.sendMessage({ name: 'page.tools', request: {} })`)
    await page.click('#A textarea')
    await page.evaluate(() => {
      document.getElementById('A')!.className = 'away'
      document.getElementById('B')!.className = ''
    })
    expect(await insert(injected)).toMatchObject({ arrived: true })
    expect(await page.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value))).toEqual(['', 'Hello'])
  })

  it('in a frame of another site is not confused with one of the page: the agent is told, and may click back', async () => {
    await page.route('http://other.test/**', (route) => route.fulfill({ contentType: 'text/html', body: '<textarea>Theirs</textarea>' }))
    const injected = await settled(`${dialog('A', 'words')}<iframe src="http://other.test/box"></iframe>`)
    await injected.world.evaluate(`chrome.runtime.sendMessage({ name: 'page.tools', request: {} })`)
    await page.click('#A textarea')
    await page.frameLocator('iframe').locator('textarea').click()
    await expect
      .poll(() => insert(injected))
      .toMatchObject({ arrived: false, reason: expect.stringContaining('a frame of the page that Handrail cannot write in') })
    expect(await page.inputValue('#A textarea')).not.toContain('HelloHello')
    await page.fill('#A textarea', '')
    await page.click('#A textarea')
    expect(await insert(injected)).toMatchObject({ arrived: true })
    expect(await page.inputValue('#A textarea')).toBe('Hello')
    expect(await page.frameLocator('iframe').locator('textarea').inputValue()).toBe('Theirs')
  })
})
