// Who reads what is inserted: a text for the team goes into a box for notes or nowhere.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Injected, inject, openBrowser } from '../page/stage/browser.ts'

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

type Outcome = { arrived: boolean; reason: string; box?: string }
const boxes = { reply: ['#reply'], notes: ['#note'] }
const insertNote = (injected: Injected, text: string, named: { reply: string[]; notes?: string[] } = boxes) =>
  injected.order<Outcome>({ name: 'page.insert', text, isInternal: true, ...named })
/** The tools come when the launcher is first touched; from then on the caret is remembered. */
const touch = (injected: Injected) => injected.world.evaluate(`chrome.runtime.sendMessage({ name: 'page.tools', request: {} })`)

describe('a text for the team', () => {
  const both = '<textarea id=reply aria-label=Reply></textarea><textarea id=note aria-label=Note></textarea><input id=search><button id=b>elsewhere</button>'
  const values = () => page.evaluate(() => [...document.querySelectorAll('textarea')].map(({ value }) => value))

  it('goes into the box for notes, wherever the caret was', async () => {
    await page.setContent(both)
    const injected = await inject(page)
    await touch(injected)
    await page.focus('#reply')
    expect(await insertNote(injected, 'Fraud suspected.')).toMatchObject({ arrived: true, box: 'note', field: 'Note' })
    expect(await values()).toEqual(['', 'Fraud suspected.'])
  })

  it('goes to its caret in that box', async () => {
    await page.setContent(both)
    const injected = await inject(page)
    await touch(injected)
    await page.fill('#note', 'Seen: , done')
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#note')?.setSelectionRange(6, 6))
    await page.focus('#b')
    expect(await insertNote(injected, 'fraud')).toMatchObject({ arrived: true, box: 'note' })
    expect(await values()).toEqual(['', 'Seen: fraud, done'])
  })

  it.each([
    ['the box for notes is hidden', boxes, '<textarea id=reply></textarea><textarea id=note hidden></textarea>', true],
    ['the profile knows replies only, and nobody clicked into a box', { reply: ['#reply'] }, '<textarea id=reply></textarea>', false],
  ])('goes nowhere when %s', async (_, named, content, isFocused) => {
    await page.setContent(content)
    const injected = await inject(page)
    await touch(injected)
    if (isFocused) await page.focus('#reply')
    const outcome = await insertNote(injected, 'Fraud suspected.', named)
    expect(outcome).toEqual({
      arrived: false,
      reason: 'This text is for the team, not for the customer. Click into the box for internal notes and insert again.',
    })
    expect((await values())[0]).toBe('')
  })

  it('goes to the caret where no profile tells who reads the box, and does not say that it is one for notes', async () => {
    await page.setContent('<textarea id=a></textarea>')
    const injected = await inject(page)
    await touch(injected)
    await page.focus('#a')
    const outcome = await insertNote(injected, 'Fraud suspected.', { reply: [] })
    expect(outcome).toMatchObject({ arrived: true, reason: '' })
    expect(outcome.box).toBeUndefined()
  })

  it('and a text for the customer is told to be in the note when the caret was there', async () => {
    await page.setContent(both)
    const injected = await inject(page)
    await touch(injected)
    const answer = () => injected.order<Outcome>({ name: 'page.insert', text: 'Hello', ...boxes })
    expect(await answer()).toMatchObject({ arrived: true, box: 'reply' })
    await page.focus('#note')
    expect(await answer()).toMatchObject({ arrived: true, box: 'note' })
    expect(await values()).toEqual(['Hello', 'Hello'])
  })
})
