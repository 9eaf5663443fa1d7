import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PageRead, PageReport } from '../../lib/schema/page.ts'
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

const bySelector = (selector: string, attribute: string | null = null): PageRead => ({ key: 'it', by: 'selector', selector, attribute })
const byLabel = (label: string, within: string | null = null): PageRead => ({ key: 'it', by: 'label', label, within })

async function read(html: string, one: PageRead): Promise<string | null | undefined> {
  await page.setContent(html)
  const { order } = await inject(page, { reads: [one] })
  return (await order<PageReport>({ name: 'page.read' })).values.it
}

describe('a selector reads', () => {
  it.each<[string, string, PageRead, string | null]>([
    ['the text of the element, squeezed', '<p id="a">  LM-1 \n 2 </p>', bySelector('#a'), 'LM-1 2'],
    ['an attribute', '<p id="a" data-id="77">x</p>', bySelector('#a', 'data-id'), '77'],
    ['the live value of an input, without asking for it', '<input id="a" value="42">', bySelector('#a'), '42'],
    ['the live value when the attribute is called value', '<input id="a" value="42">', bySelector('#a', 'value'), '42'],
    ['the text of a chosen option', '<select id="a"><option value=1>One<option value=2 selected>Two</select>', bySelector('#a'), 'Two'],
    ['the visible one of two copies', '<b class=a style="display:none">old</b><b class=a>new</b>', bySelector('.a'), 'new'],
    ['an element that has no box but shows its children', '<p class=a style="display:contents">shown</p>', bySelector('.a'), 'shown'],
    ['what stands in the head', '<meta name="ticket" content="9">', bySelector('meta[name=ticket]', 'content'), '9'],
    ['nothing from a hidden copy alone', '<b class=a hidden>old</b>', bySelector('.a'), null],
    ['nothing from a password', '<input class=a type=password value=secret>', bySelector('.a', 'value'), null],
    ['nothing from a one-time code', '<input class=a autocomplete="one-time-code" value=123456>', bySelector('.a'), null],
    ['nothing from one that writes it in capitals', '<input class=a autocomplete="section-x One-Time-Code" value=123456>', bySelector('.a'), null],
    ['nothing from a card number', '<input class=a autocomplete="cc-number" value=4111111111111111>', bySelector('.a'), null],
    ['nothing from a security code', '<textarea class=a autocomplete="cc-csc">123</textarea>', bySelector('.a'), null],
    ['nothing from a chosen month of a card', '<select class=a autocomplete="cc-exp-month"><option>12</select>', bySelector('.a'), null],
    ['nothing from a password that the page shows', '<input class=a type=text autocomplete=current-password value=secret>', bySelector('.a'), null],
    ['nothing from a new password', '<input class=a type=text autocomplete=new-password value=secret>', bySelector('.a'), null],
    ['nothing from a password known by its name', '<input class=a type=text name=userPassword value=secret>', bySelector('.a'), null],
    ['no attribute of a password', '<input class=a type=password data-plain=secret value=secret>', bySelector('.a', 'data-plain'), null],
    ['no value under another spelling', '<input class=a type=password value=secret>', bySelector('.a', 'VALUE'), null],
    ['nothing that is drawn as dots', '<p class=a style="-webkit-text-security:disc">secret</p>', bySelector('.a'), null],
    ['no password inside what it names', '<p class=a>Key <input type=password value=secret></p>', bySelector('.a'), null],
    ['a field beside a password', '<input class=a type=password value=secret><input class=a value=42>', bySelector('.a'), '42'],
    ['nothing from a hidden field', '<input class=a type=hidden value=x>', bySelector('.a'), null],
    ['nothing when the browser refuses the selector', '<p>x</p>', bySelector('p:nonsense('), null],
  ])('%s', async (_claim, html, one, expected) => {
    expect(await read(html, one)).toBe(expected)
  })
})

describe('a label reads', () => {
  it.each<[string, string, PageRead, string | null]>([
    ['the next cell of its row', '<table><tr><th>Order ID<td>LM-1<tr><th>Status<td>Open</table>', byLabel('Status'), 'Open'],
    ['the cell below in a table with a header row', '<table><tr><th>Id<th>Status<tr><td>1<td>Open</table>', byLabel('Status'), 'Open'],
    ['the definition of a term', '<dl><dt>Category</dt><dd><a href="#">Counterfeit</a></dd></dl>', byLabel('Category'), 'Counterfeit'],
    ['the element beside it', '<div><span>Seller</span><span>cardcellar</span></div>', byLabel('Seller'), 'cardcellar'],
    ['the text beside it', '<p><b>Seller:</b> cardcellar</p>', byLabel('Seller'), 'cardcellar'],
    ['across a lone colon', '<p><b>Seller</b><i>:</i><span>cardcellar</span></p>', byLabel('Seller'), 'cardcellar'],
    ['the row of a wrapped label', '<div><div><label><span>Queue:</span></label></div><div>leads</div></div>', byLabel('Queue'), 'leads'],
    ['the control of a form label', '<div><label for=a>Priority</label><em>!</em><input id=a value=High></div>', byLabel('Priority'), 'High'],
    ['the field inside the next cell', '<table><tr><td>Topic<td><select><option>a<option selected>Fraud</select></table>', byLabel('Topic'), 'Fraud'],
    ['whatever the case and a trailing colon', '<dl><dt>STATUS :</dt><dd>Open</dd></dl>', byLabel('Status'), 'Open'],
    ['the first visible one', '<dl hidden><dt>Status</dt><dd>old</dd></dl><dl><dt>Status</dt><dd>new</dd></dl>', byLabel('Status'), 'new'],
    ['only within its part of the page', '<p><b>Status</b><i>menu</i></p><dl><dt>Status</dt><dd>Open</dd></dl>', byLabel('Status', 'dl'), 'Open'],
    ['no longer text that only contains it', '<p>Status of your order <b>sent</b></p>', byLabel('Status'), null],
    ['no password', '<label for=a>Key</label><input id=a type=password value=secret>', byLabel('Key'), null],
  ])('%s', async (_claim, html, one, expected) => {
    expect(await read(html, one)).toBe(expected)
  })
})

describe('the report', () => {
  it.each([
    ['a one-time code', '<input id=a autocomplete=one-time-code value=123456>', ''],
    ['a password', '<input id=a type=password value=secret>', ''],
    ['a password inside an element of its own', '<p id=host></p>', ''],
    ['an ordinary field, which agents mark on purpose', '<input id=a value="order 42">', 'order 42'],
  ])('when all of %s is marked, says of it only what it may', async (_, html, expected) => {
    await page.setContent(html)
    const { order } = await inject(page, { reads: [] })
    await page.evaluate(() => {
      const host = document.querySelector('#host')
      if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<input id=a type=text autocomplete=new-password value=secret>'
      const field = (host?.shadowRoot ?? document).querySelector<HTMLInputElement>('#a')!
      field.focus()
      field.select()
    })
    expect((await order<PageReport>({ name: 'page.read' })).selection).toBe(expected)
  })
  it('carries the text of the conversation, the selection, and nothing of ours', async () => {
    await page.setContent('<main><p>My bag is</p><p>a fake</p><script>var no</script></main><footer>foot</footer>')
    const { order } = await inject(page, { textSelector: 'main' })
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p')!))
    const report = await order<PageReport>({ name: 'page.read' })
    expect(report).toMatchObject({ text: 'My bag is a fake', selection: 'My bag is', added: false })
  })

  it('stays under its cap on a page without end', async () => {
    await page.setContent(`<p>${'word '.repeat(100)}</p>`.repeat(600))
    const { order } = await inject(page)
    const { length } = (await order<PageReport>({ name: 'page.read' })).text
    expect(length).toBeGreaterThan(199_000)
    expect(length).toBeLessThanOrEqual(200_000)
  })
})
