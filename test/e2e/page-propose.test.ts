// Ways to read what was pointed at, on pages as people build them: each proposed way was tried with the page's own reader, here and in a copy.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectorFault } from '../../lib/playbook/site-selectors.ts'
import type { Candidate, Picked, PickKind } from '../../lib/schema/picker.ts'
import { bundle, openBrowser, show } from '../page/stage/browser.ts'

let browser: Browser
let page: Page
let code: string
beforeAll(async () => {
  ;[browser, code] = await Promise.all([openBrowser(), bundle('lib/page/propose.ts')])
  page = await browser.newPage()
})
afterAll(() => browser.close())

async function propose(html: string, target: string, kind: PickKind = 'value'): Promise<Picked | null> {
  await show(page, html)
  const before = await page.evaluate(() => document.documentElement.outerHTML)
  const picked = await page.evaluate(`(() => { ${code}; return built.propose(document.querySelector(${JSON.stringify(target)}), ${JSON.stringify(kind)}) })()`)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  return picked as Picked | null
}
const byLabel = (picked: Picked | null) => picked!.candidates.filter(({ by }) => by === 'label')
const spelled = ({ source }: Candidate) => (source.from === 'selector' ? source.selector : `${source.label}${source.within ? ` in ${source.within}` : ''}`)
const find = (picked: Picked | null, words: string) => picked!.candidates.find((one) => spelled(one) === words)

const fields = '<dl id=fields><div><dt>Order</dt><dd>LM-1</dd></div><div><dt>Category:</dt><dd id=it>Counterfeit</dd></div></dl>'

describe('a label is found', () => {
  it.each([
    ['before a definition', fields, '#it', 'Category'],
    ['in the first cell of the row', '<table><tr><th>Status<td id=it>Open</table>', '#it', 'Status'],
    ['above, at the head of the column', '<table><tr><th>Id<th>Status<tr><td>1<td id=it>Open</table>', '#it', 'Status'],
    ['of a form field', '<label for=it>Priority</label><input id=it value=High>', '#it', 'Priority'],
    ['inside what was pointed at', '<p id=it><b>Seller:</b> atelier</p>', '#it', 'Seller'],
    ['a level higher up', '<div><div>Reason</div><div><span id=it>Fake</span></div></div>', '#it', 'Reason'],
  ])('%s', async (_where, html, target, label) => {
    expect(byLabel(await propose(html, target)).map(spelled)).toContain(label)
  })

  it('kept to a part of the page where it stands twice', async () => {
    const twice = `<section id=other><p><b>Category</b> <i>Other</i></p></section><section id=main><p><b>Category</b> <i id=x>Mine</i></p></section>`
    const picked = await propose(twice, '#x')
    expect(find(picked, 'Category')).toMatchObject({ raw: 'Other', count: 2 })
    expect(find(picked, 'Category in #main')).toMatchObject({ raw: 'Mine', count: 1 })
  })
})

describe('of a name that a machine made', () => {
  it('nothing is proposed that hangs on it', async () => {
    const picked = await propose('<main id=main><p class="css-1x2y3z status" id="_r_1o_">Open</p></main>', 'p')
    expect(picked!.candidates.map(spelled)).toEqual(['p.status', '#main > p'])
  })

  it('an attribute that is there without its value still survives', async () => {
    const picked = await propose('<p data-ticket="10423">Open</p>', 'p')
    expect(find(picked, 'p[data-ticket]')).toMatchObject({ raw: 'Open', renamed: true, moved: true })
  })
})

describe('in a copy of the page', () => {
  it('a place among siblings does not survive one more above, and a label does', async () => {
    const picked = await propose(`<main><div>News</div><div class=status data-testid=status><b>Status</b> <i>Open</i></div></main>`, 'i')
    const survives = (candidate: Candidate) => [candidate.renamed, candidate.moved]
    expect(survives(find(picked, 'Status')!)).toEqual([true, true])
    // The first of its kind in there is no longer the first.
    expect(survives(find(picked, '[data-testid="status"] > i')!)).toEqual([true, false])
    const onlyPlace = await propose('<main><div>News</div><div>Open</div></main>', 'main > div:nth-of-type(2)')
    expect(find(onlyPlace, 'body > main > div:nth-of-type(2)')).toMatchObject({ raw: 'Open', renamed: true, moved: false })
  })

  it('what cannot be seen is passed over as in the page, and choices stay chosen', async () => {
    const html = '<p class=a style="display:none">old</p><p class=a>new</p><select name=s><option>One<option>Two</select>'
    expect(find(await propose(html, 'p.a:nth-of-type(2)'), 'p.a')).toMatchObject({ raw: 'new', count: 1, renamed: true })
    await show(page, html)
    await page.selectOption('select', 'Two')
    const picked = await page.evaluate(`(() => { ${code}; return built.propose(document.querySelector('select'), 'value') })()`)
    expect(find(picked as Picked, 'select[name="s"]')).toMatchObject({ raw: 'Two', renamed: true, moved: true })
  })

  it('nothing is tried where the page is too large to copy while somebody waits', async () => {
    const picked = await propose(`<p id=it>Open</p>${'<i></i>'.repeat(26_000)}`, '#it')
    expect(find(picked, '#it')).toMatchObject({ raw: 'Open', renamed: null, moved: null })
  })
})

describe('areas', () => {
  it('a conversation is proposed by what it is, also when it is empty of names a person gave', async () => {
    const picked = await propose('<ol id=talk><li>Hello<li>There</ol>', '#talk', 'area')
    expect(find(picked, '#talk')).toMatchObject({ raw: 'Hello There', count: 1, moved: true })
  })

  it('an empty reply box is found', async () => {
    const picked = await propose('<form><textarea name=reply></textarea></form>', 'textarea', 'reply')
    expect(find(picked, 'textarea[name="reply"]')).toMatchObject({ raw: '', moved: true })
  })
})

it.each([
  ['a password', '<input type=password id=it value=x>'],
  ['what holds one', '<form id=it><input type=password value=x></form>'],
  ['what is drawn as dots', '<p id=it style="-webkit-text-security:disc">x</p>'],
])('of %s nothing is proposed', async (_what, html) => {
  expect(await propose(html, '#it')).toBeNull()
})

it('whatever is proposed may stand in a profile', async () => {
  const hostile = '<main id="a&quot;b"><p class="md:flex [&amp;>a]:x 1st" data-x="a\\b" aria-label="say &quot;hi&quot;" name="ü">Open</p></main>'
  const picked = await propose(hostile, 'p')
  expect(picked!.candidates.length).toBeGreaterThan(0)
  expect(picked!.candidates.flatMap(({ source }) => (source.from === 'selector' ? (selectorFault(source.selector) ?? []) : []))).toEqual([])
})
