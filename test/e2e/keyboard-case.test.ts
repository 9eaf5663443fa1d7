// A whole case without a mouse, on a real hub: found, worked through, handed over, answered, closed. Only keys are pressed, and after
// each the focus is where the next one is expected.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import { focused } from './focused.ts'
import { openPanelTab, standing, step } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('a case by keyboard alone', () => {
  let team: Team
  let panel: Page
  let hub: Client
  beforeAll(async () => {
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    const mira = await team.member('Mira', 'agent')
    const page = await mira.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1042`)
    panel = await openPanelTab(mira, page)
    await panel.getByRole('list', { name: 'Playbooks for this page' }).waitFor()
  })
  afterAll(() => team?.stop())

  const press = async (...keys: string[]) => {
    for (const key of keys) await panel.keyboard.press(key)
  }
  const type = (text: string) => panel.keyboard.type(text)
  const escalations = async () => (await hub('snapshot')).escalations
  /** The letter that stands beside an answer. */
  async function choose(answer: RegExp) {
    await press((await panel.getByRole('radio', { name: answer }).getAttribute('aria-keyshortcuts')) ?? '')
  }

  it('finds the playbook by a word that it does not say, says why, and starts it', async () => {
    await press('/')
    await focused(panel, 'combobox', 'Search playbooks and snippets')
    await type('ato')
    await panel.getByRole('option').first().getByText('also: account takeover').waitFor()
    await press('Escape')
    await type('counterfeit listing')
    await panel.getByRole('option', { selected: true, name: /^Counterfeit listing/ }).waitFor()
    await press('Enter')
    await focused(panel, 'checkbox', /^Save the listing/)
  })

  it('skips and leaves out with a reason and types a value, each handing the focus on', async () => {
    await press('Space')
    await focused(panel, 'button', 'Picture')
    await press('s')
    await focused(panel, 'textbox', 'Why is it skipped?')
    await type('The pictures are in the ticket')
    await press('Enter')
    await focused(panel, 'checkbox', /^Note the stream/)
    await press('n')
    await focused(panel, 'textbox', 'Why does it not apply?')
    await type('It was not on a stream')
    await press('Enter')
    await focused(panel, 'textbox', 'Order value')
    await type('1280')
    await press('Enter')
    await panel.getByText(/1 of \d+ done, 1 skipped, 1 not applicable/).waitFor()
    await focused(panel, 'checkbox', /^Compare the photos/)
  })

  it('asks for the note of a step before it is done, and for a link likewise', async () => {
    await press('Space')
    await focused(panel, 'textbox', /^Note on this step/)
    await type('The serial tag is missing')
    await press('Enter')
    await focused(panel, 'checkbox', /^Look at earlier/)
    await press('i')
    await focused(panel, 'textbox', /^Link to the evidence/)
    await type('https://desk.example.com/reports/7')
    await press('Escape')
    await focused(panel, 'button', /^More for step/)
    await press('k', 'j', 'Space')
    await focused(panel, 'radio', /^A written opinion/)
  })

  it('chooses an answer by its letter and inserts the text of the branch', async () => {
    await choose(/^Only a doubt/)
    await focused(panel, 'button', 'Insert…')
    await press('r')
    await focused(panel, 'checkbox', 'Photos')
    await press('Control+Enter')
    await panel.getByText(/^Inserted in |It did not arrive in the reply box/).waitFor()
    await focused(panel, 'radio', /^Yes, and it fits/)
    await choose(/^Not asked/)
    await focused(panel, 'button', /^Send to brand-protection as S1/)
  })

  it('hands the case over with a note, takes it back, and hands it over again', async () => {
    await press('o')
    await focused(panel, 'textbox', 'Note')
    await type('The shop refused the bag.')
    await press('Control+Enter')
    await panel.getByRole('button', { name: 'Undo', exact: true }).waitFor()
    await focused(panel, 'button', /^Send to brand-protection as S1/)
    await press('u')
    await focused(panel, 'textbox', 'Note')
    expect(await panel.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('The shop refused the bag.')
    await press('Control+Enter')
    await standing(panel, /Delivered to the hub/)
    expect((await escalations()).map(({ content }) => [content.note, content.severity])).toEqual([['The shop refused the bag.', 'S1']])
  })

  it('reads what the lead asks, and answers', async () => {
    const [first] = await escalations()
    await hub('ask', { params: { id: first!.content.id }, request: { text: 'Which shop was it?' } })
    await panel.getByText('Which shop was it?').waitFor()
    await press('t')
    await focused(panel, 'textbox', 'Your answer')
    await type('The consignment shop on Mill Street.')
    await press('Control+Enter')
    await until(async () => (await escalations())[0]?.thread.some(({ kind }) => kind === 'answer'), 'the answer at the hub')
    expect(await panel.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })

  it('changes a key, uses it to close the run, and goes back to the playbooks', async () => {
    await press('?')
    await focused(panel, 'heading', 'Keys')
    const change = panel.getByRole('button', { name: 'Change the key of: Close the run, or open it again' })
    await until(async () => {
      await press('Tab')
      return change.evaluate((button) => button === document.activeElement)
    }, 'Tab to reach the button')
    await press('Enter', 'q')
    await focused(panel, 'button', 'Change the key of: Close the run, or open it again')
    await press('Backspace')
    for (const label of [/Order of 1,000 or more/, /Third authenticity report/]) {
      const number = await step(panel, label).last().locator('[aria-hidden]').first().textContent()
      if ((await step(panel, label).last().getAttribute('data-state')) !== 'open') continue
      await goTo(Number(number))
      await press('n')
      await type('Settled with the lead')
      await press('Enter')
    }
    await choose(/^Not enough to act/)
    await press('q')
    await panel.getByText('This run is closed.').waitFor()
    await press('Backspace')
    await focused(panel, 'button', /^Counterfeit listing/)
  })

  /** Straight there, and from the ninth on step by step. */
  async function goTo(number: number) {
    await press(String(Math.min(number, 9)))
    for (let at = 9; at < number; at++) await press('j')
  }
})
