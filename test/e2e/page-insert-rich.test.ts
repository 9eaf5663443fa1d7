// Formatted replies in real editors: as HTML where the editor takes it, as plain text everywhere else, and never twice.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDesk } from '../../demo/desk/server.ts'
import { inject, openBrowser } from '../page/stage/browser.ts'

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

const text = 'Please do not pay.\n\n- one\n- two\n\nSee our policy (https://desk.example.com/p).'
const html = '<p>Please <strong>do not</strong> pay.</p><ul><li>one</li><li>two</li></ul><p>See <a href="https://desk.example.com/p">our policy</a>.</p>'

async function insert(change: { text?: string; html?: string | null; reply?: string[]; cursorFromEnd?: number } = {}) {
  const injected = await inject(page)
  return injected.order<{ arrived: boolean; reason: string }>({ name: 'page.insert', text, html, reply: ['#a'], ...change })
}
const arrived = { arrived: true, reason: '' }
const words = async () => (await page.locator('#a').allInnerTexts())[0]!.replace(/\s+/g, ' ')
const inside = () => page.innerHTML('#a')

/** An editor of the kind that handles every paste itself; `kind` is the flavour it asks for. */
const pasteHandler = (kind: string, keep: 'all' | 'half' = 'all') =>
  page.evaluate(
    ([flavour, part]) => {
      const editor = document.getElementById('a')!
      editor.addEventListener('paste', (event) => {
        event.preventDefault()
        const said = event.clipboardData?.getData(flavour!) ?? ''
        const whole = flavour === 'text/html' ? said : said.replace(/\n/g, '<br>')
        editor.innerHTML += part === 'half' ? '<p>Please</p>' : whole
      })
    },
    [kind, keep],
  )

describe('a formatted reply', () => {
  it('arrives in a plain editable at its caret, with bold, list and link, and undo takes it out', async () => {
    await page.setContent('<div id=a contenteditable><p>Hello Dana,</p><p>Bye</p></div>')
    await page.click('#a p:first-child')
    await page.keyboard.press('End')
    expect(await insert()).toMatchObject(arrived)
    const made = await inside()
    expect(made).toMatch(/<(strong|b)>do not<\/\1>/)
    expect(made).toContain('<li>one</li>')
    expect(made).toContain('<a href="https://desk.example.com/p">our policy</a>')
    expect(await words()).toMatch(/^Hello Dana, ?Please do not pay\. one two See our policy\. Bye$/)
    await page.keyboard.press('Control+z')
    expect(await words()).toBe('Hello Dana, Bye')
  })

  it('arrives in the demo desk’s reply editor twice, one behind the other', async () => {
    const desk = await startDesk({ port: 0 })
    await page.goto(`${desk.url}/tickets/1043`)
    const injected = await inject(page)
    const both = [
      { text, html },
      { text: 'Bye now', html: '<p>Bye <em>now</em></p>' },
    ]
    for (const one of both) expect(await injected.order({ name: 'page.insert', reply: ['#reply-editor'], ...one })).toMatchObject(arrived)
    expect(await page.innerHTML('#reply-editor')).toMatch(/<li>two<\/li>[\s\S]*Bye [\s\S]*<(em|i)>now/)
    await desk.stop()
  })

  it('is given to an editor that takes pastes over, in both flavours, and once', async () => {
    await page.setContent('<div id=a contenteditable></div>')
    await pasteHandler('text/html')
    expect(await insert()).toMatchObject(arrived)
    expect(await inside()).toBe(html)
  })

  it('arrives as plain text, once, where the editor asks for that', async () => {
    await page.setContent('<div id=a contenteditable></div>')
    await pasteHandler('text/plain')
    expect(await insert()).toMatchObject(arrived)
    expect(await inside()).toBe(text.replace(/\n/g, '<br>'))
  })

  it('that the editor takes by half is reported, and not put in a second time', async () => {
    await page.setContent('<div id=a contenteditable></div>')
    await pasteHandler('text/html', 'half')
    expect(await insert()).toEqual({ arrived: false, reason: 'The reply box took only a part of the text.' })
    expect(await inside()).toBe('<p>Please</p>')
  })

  it.each([
    ['a text area', '<textarea id=a></textarea>'],
    ['an editable for plain text', '<div id=a contenteditable=plaintext-only></div>'],
  ])('is plain text in %s', async (_, markup) => {
    await page.setContent(markup)
    expect(await insert()).toMatchObject(arrived)
    const said = markup.startsWith('<textarea') ? await page.inputValue('#a') : await words()
    expect([said.split(/\s+/), await page.locator('#a :is(strong, ul, a)').count()]).toEqual([text.split(/\s+/), 0])
  })
})

describe('the cursor', () => {
  it('stands in a text area where the snippet wants it', async () => {
    await page.setContent('<textarea id=a>Hi. </textarea>')
    await page.click('#a')
    await page.keyboard.press('End')
    expect(await insert({ text: 'We refund  today.', html: null, cursorFromEnd: 7 })).toMatchObject(arrived)
    await page.keyboard.type('10 USD')
    expect(await page.inputValue('#a')).toBe('Hi. We refund 10 USD today.')
  })
})
