// The keys of the panel on the worker in memory: shown, changed, switched off, and the focus that no action loses.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyActions } from '../../lib/domain/key-actions.ts'
import { axeFaults } from './axe.ts'
import { focused } from './focused.ts'
import { type Gallery, heard, openGallery } from './panel-gallery.ts'

describe('the keys', () => {
  let gallery: Gallery
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(() => gallery.close())

  /** Until the first step has the focus: the run comes right after the first paint. */
  async function openRun(state: string): Promise<Page> {
    const page = await gallery.open(state)
    await focused(page, 'checkbox', /./)
    return page
  }
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const row = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })
  /** Opens the list and presses Change of one action. */
  async function change(page: Page, words: string) {
    await press(page, '?')
    await page.getByRole('button', { name: `Change the key of: ${words}` }).focus()
    await press(page, 'Enter')
    await focused(page, 'textbox', 'Press the new key')
  }

  it('are all listed by "?", which takes the focus, and Backspace brings back the step with its place', async () => {
    const page = await openRun('run-density')
    await press(page, '6', '?')
    await focused(page, 'heading', 'Keys')
    expect(await row(page, 'Skip the step, with the reason').textContent()).toContain('s')
    // No scope is forgotten: what is not listed could not be changed either.
    expect(await page.getByRole('button', { name: /^Change the key of: / }).count()).toBe(keyActions.filter((action) => !('isFixed' in action)).length)
    expect(await axeFaults(page)).toEqual([])
    await press(page, 'Backspace')
    await focused(page, 'checkbox', /^Check whether the stream/)
    await page.close()
  })

  it('are changed by pressing another one, and shown anew where the action stands', async () => {
    const page = await openRun('run-density')
    await change(page, 'Close the run, or open it again')
    await press(page, 'q')
    await focused(page, 'button', 'Change the key of: Close the run, or open it again')
    await press(page, 'Backspace')
    expect(await page.getByRole('button', { name: 'Close the run' }).textContent()).toBe('Close the runq')
    await press(page, 'q')
    await page.getByText('7 steps are still open.').waitFor()
    expect(await heard(page, 'settings.set')).toEqual([{ keys: { changed: { finish: 'q' }, charactersOff: false } }])
    await page.close()
  })

  it('name who has a key already, swap it, and come back by Reset', async () => {
    const page = await openRun('run-density')
    await change(page, 'Skip the step, with the reason')
    await press(page, 'n')
    await page.getByText('n is the key of “Not applicable, with the reason”.').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await press(page, 'Tab', 'Enter')
    expect(await row(page, 'Not applicable, with the reason').textContent()).toContain('s')
    await press(page, 'Backspace', 'n')
    await focused(page, 'textbox', 'Why is it skipped?')
    await press(page, 'Escape', '?')
    await page.getByRole('button', { name: 'Reset all keys' }).focus()
    await press(page, 'Enter', 'Backspace', 'n')
    await focused(page, 'textbox', 'Why does it not apply?')
    await page.close()
  })

  it('send a form by the key that was chosen for it, which its button shows', async () => {
    const page = await openRun('run-density')
    await change(page, 'Send what you are typing')
    await press(page, 'Alt+q')
    await focused(page, 'button', 'Change the key of: Send what you are typing')
    await press(page, 'Backspace', 'f')
    await page.getByRole('radio', { name: 'Wrong' }).click()
    expect(await page.getByRole('button', { name: 'Send flag' }).textContent()).toBe('Send flagAlt+Q')
    await page.getByRole('textbox', { name: 'In a word (optional)' }).fill('No step for resellers')
    await press(page, 'Control+Enter')
    expect(await heard(page, 'flag.make')).toEqual([])
    await press(page, 'Alt+q')
    await expect.poll(() => heard(page, 'flag.make')).toMatchObject([{ word: 'No step for resellers' }])
    await page.close()
  })

  it('refuse what the browser or every control needs, and leave all as it was on Escape', async () => {
    const page = await openRun('run-density')
    await change(page, 'My escalations')
    await press(page, 'Control+w')
    await page.getByText('The browser keeps this key for itself.').waitFor()
    await press(page, 'Enter')
    await page.getByText('Every control needs this key for itself.').waitFor()
    await press(page, 'Escape')
    await focused(page, 'button', 'Change the key of: My escalations')
    expect(await heard(page, 'settings.set')).toEqual([])
    await page.close()
  })

  it('do nothing alone once single keys are switched off, while those with Ctrl or Alt still do', async () => {
    const page = await openRun('run-fresh')
    await change(page, 'Search playbooks and snippets')
    await press(page, 'Alt+k')
    await page.getByRole('checkbox', { name: /^Switch off keys/ }).focus()
    await press(page, 'Space', 'm', '.', 'Backspace', 'n', 'e', '4')
    expect(await page.getByRole('textbox', { name: /Why|Note/ }).count()).toBe(0)
    expect(await page.getByRole('menu').count()).toBe(0)
    await press(page, 'Alt+k')
    await focused(page, 'combobox', 'Search playbooks and snippets')
    await page.close()
  })

  it('leave the letters of somebody who types, or composes, alone', async () => {
    const page = await openRun('run-density')
    await press(page, 'e')
    await focused(page, 'textbox', 'Note')
    await page.keyboard.type('news, j?')
    expect(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('news, j?')
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true })),
    )
    expect(await heard(page, 'escalation.create')).toEqual([])
    await page.close()
  })

  it('do their work once while they are held, except to move', async () => {
    const page = await openRun('run-density')
    for (const key of ['j', 'j', 'm', 'm']) await page.keyboard.down(key)
    await focused(page, 'heading', 'My escalations')
    expect(await heard(page, 'escalation.list')).toHaveLength(1)
    await press(page, 'Backspace')
    await focused(page, 'checkbox', /^Ask the seller/)
    await page.close()
  })

  it('choose an answer by its letter, decide, and hand the focus on', async () => {
    const page = await openRun('run-fresh')
    await press(page, '4', 'b')
    await page.getByText('No, or it does not check out').waitFor()
    await focused(page, 'button', 'Insert')
    await press(page, 'r')
    await page.getByText(/^Inserted in /).waitFor()
    await focused(page, 'button', 'Send to brand-protection as S1')
    await press(page, 'o')
    await focused(page, 'textbox', 'Note')
    await press(page, 'Escape')
    await focused(page, 'button', 'Send to brand-protection as S1')
    await page.close()
  })

  it('go through the suggestions: pin, put away, bring back, open by number, and back', async () => {
    const page = await gallery.open('suggestions')
    const suggestion = (title: string) => focused(page, 'button', new RegExp(title))
    await page.getByRole('list', { name: 'Playbooks for this page' }).waitFor()
    await press(page, 'j', 'j')
    await suggestion('Item not received')
    await press(page, 'p')
    await page.getByText('Pinned', { exact: true }).waitFor()
    await suggestion('Item not received')
    await press(page, 'j', 'j', 'x')
    await page.getByText('Put away on this case: Harassment in a stream').waitFor()
    await suggestion('Counterfeit listing report')
    await press(page, 'Shift+X')
    await page.getByText('Put away on this case').waitFor({ state: 'detached' })
    await press(page, '2')
    await focused(page, 'checkbox', /^Compare the listing/)
    await press(page, 'Backspace')
    await suggestion('Item not received')
    await page.close()
  })

  it('lose the focus nowhere: a form closed, an escalation saved and undone, a thread shown and hidden, a step opened again', async () => {
    const page = await gallery.open('asked')
    await page.getByRole('textbox', { name: 'Your answer' }).waitFor()
    await press(page, '3', 't')
    await focused(page, 'textbox', 'Your answer')
    await press(page, 'Escape')
    await focused(page, 'region', 'Your escalations of this case')
    await press(page, 't')
    await focused(page, 'checkbox', /^Look for an earlier claim/)
    await press(page, 't', 'Escape', 'Shift+A')
    await focused(page, 'textbox', 'What to add')
    await press(page, 'Escape')
    await focused(page, 'region', 'Your escalations of this case')
    await press(page, '3', 'Space', 'k', 'k', 'Space')
    await page.getByText('2 of 8 done').waitFor()
    await press(page, 'e')
    await page.keyboard.type('Please look')
    await press(page, 'Control+Enter')
    await page.getByRole('button', { name: 'Undo', exact: true }).waitFor()
    await focused(page, 'checkbox', /./)
    await press(page, 'u')
    await focused(page, 'textbox', 'Note')
    await page.close()
  })
})
