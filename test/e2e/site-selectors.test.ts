// Whatever lint lets pass, the browser takes: a selector that throws on the page would read nothing, and nobody would know why.
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { selectorFault } from '../../lib/playbook/site-selectors.ts'
import { openBrowser } from '../page/stage/browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** Those of the selectors that the browser refuses. */
const refusedOf = (selectors: string[]) =>
  page.evaluate(
    (all) =>
      all.filter((selector) => {
        try {
          document.querySelector(selector)
          return false
        } catch {
          return true
        }
      }),
    selectors,
  )

const pieces = [
  'a',
  'b-c',
  '1',
  '12',
  '-',
  '--',
  '_',
  'ü',
  '*',
  '#',
  '.',
  ':',
  '[',
  ']',
  '(',
  ')',
  '=',
  '~=',
  '!=',
  '|',
  '"',
  "'",
  '"x y"',
  "'7'",
  '\\',
  '\\31 ',
]
const structures = [
  ' ',
  '>',
  '+',
  '~',
  ',',
  ' i]',
  '[a]',
  '[a=b]',
  '[a="b" s]',
  '[data-id=7]',
  '#a',
  '.b',
  ':is(a)',
  ':not(.b, #c)',
  ':has(> a)',
  ':has(',
  ':not(',
]
const rest = [
  ':nth-child(',
  '2n+1)',
  'odd)',
  'n - 3)',
  ':empty',
  ':checked',
  ':root',
  ':hover',
  '::before',
  ';',
  '/',
  '/* x */',
  '{',
  '@',
  '!',
  '\n',
  '<',
  '||',
  '&',
  '%',
  '😀',
]

describe('a selector that lint lets pass', () => {
  it('is one that the browser takes', async () => {
    const selector = fc.array(fc.constantFrom(...pieces, ...structures, ...rest), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''))
    const passed = new Set(fc.sample(selector, 60_000).filter((one) => selectorFault(one) === null))
    expect(passed.size).toBeGreaterThan(500)
    expect(await refusedOf([...passed])).toEqual([])
  })

  it('is told from those that the browser refuses', async () => {
    const refused = ['> a', 'a >', '#1', '.-', '[a=7]', '[a!=b]', '*a', 'a:not(> b)', ':has(:has(a))', 'a:nth-child(x)', 'a:empty(b)', 'a::nope', 'a;b']
    expect(await refusedOf(refused)).toEqual(refused)
    expect(refused.filter((one) => selectorFault(one) === null)).toEqual([])
  })
})
