import { expect, test } from 'vitest'
import { followTab } from '../../entrypoints/sidebar/follow-tab.ts'
import { readKeys } from '../../entrypoints/sidebar/keys.ts'
import type { Browser, Tab } from '../../lib/browser.ts'

/** What Firefox gives a frame in a page. */
const contentOnly = { extension: { inIncognitoContext: true } } as unknown as Browser

test('a frame in a page of Firefox, which may ask for no tabs, is about the tab that admitted it', () => {
  const shown: (Tab | null)[] = []
  followTab({ surface: 'frame', tabId: 7 }, contentOnly, (tab) => void shown.push(tab))
  expect(shown).toEqual([expect.objectContaining({ id: 7, incognito: true })])
})

test('and shows no keys of the browser, which it may not ask for either', async () => {
  expect(await readKeys(contentOnly)).toEqual({ open: null, toggle: null, escalate: null, screenshot: null })
})
