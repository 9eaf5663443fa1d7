// Snippets on a real case: found, filled in, inserted beside what is written already, kept as one's own, and counted for the lead.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import { axeFaults } from './axe.ts'
import { openPanelTab, type Panel } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('snippets', () => {
  let team: Team
  let mira: Stage
  let lead: Client
  let page: Page
  let panel: Panel
  beforeAll(async () => {
    team = await openTeam()
    mira = await team.member('Mira Novak', 'agent')
    lead = await team.caller('Lea', 'lead')
    page = await mira.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1042`)
    panel = await openPanelTab(mira, page)
  })
  afterAll(() => team?.stop())

  const box = () => panel.getByRole('combobox', { name: 'Search playbooks and snippets' })
  const option = (name: string | RegExp) => panel.getByRole('option', { name }).first()
  const note = () => page.locator('#internal-note')
  const arrived = () => panel.getByText('Inserted in “Internal note”.').first().waitFor()

  it('fills a snippet in by its form, from keyboard alone, and keeps the draft around it', async () => {
    await note().fill('Seen. ')
    await note().press('End')
    await box().fill('internal handover')
    await option(/Internal: handover/).waitFor()
    await box().press('Enter')
    const form = panel.getByRole('form', { name: /Fill in: Internal: handover/ })
    await form.getByRole('textbox').first().waitFor()
    await form.getByText(/Still missing: What is done/).waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await panel.locator(':focus').pressSequentially('Photos are compared.')
    const preview = form.getByRole('region', { name: 'Preview' })
    await preview.getByText(/Photos are compared\./).waitFor()
    await form.getByRole('textbox').nth(1).fill('Call the brand, today')
    await form.getByRole('radio', { name: 'money may be lost' }).check()
    await form.getByRole('checkbox', { name: 'Something must not be done' }).check()
    await form.getByRole('textbox').nth(2).fill('the seller')
    expect(await preview.textContent()).toMatch(/by Mira Novak, [\s\S]*money may be lost[\s\S]*Not to do: the seller/)
    await panel.locator(':focus').press('Control+Enter')
    await arrived()
    const said = await note().inputValue()
    expect(said).toMatch(/^Seen\. Handover of 1042 by Mira Novak, [\s\S]*State: Photos are compared\.\n\nNext step: Call the brand, today/)
    await panel.getByRole('button', { name: 'Back', exact: true }).click()
  })

  it('inserts a second one into the same reply by Ctrl+Enter in the search, filled from the case', async () => {
    await box().fill('refund is possible')
    await option(/Policy: when a refund is possible.*Hello Imani Brooks/s).waitFor()
    await box().fill('please do not pay')
    await option(/Payment outside the app: please do not pay/).waitFor()
    await box().press('Control+Enter')
    await until(async () => ((await note().inputValue()).includes('our purchase protection covers') || undefined) as true | undefined, 'the second snippet')
    expect(await note().inputValue()).toMatch(/^Seen\. Handover[\s\S]*Imani Brooks/)
  })

  it('never puts a text for the team where the customer reads', async () => {
    const kept = await note().inputValue()
    await page.locator('#reply-editor').click()
    await page.keyboard.type('Dear customer,')
    await box().fill('internal case note')
    await option(/^Internal: /).click()
    const form = panel.getByRole('form', { name: /Fill in: Internal: case note/ })
    await form.getByRole('textbox').first().fill('Is it genuine?')
    await panel.getByText('For the team: it goes where the customer does not read.').waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await form.getByRole('button', { name: 'Insert', exact: true }).click()
    await until(async () => (await note().inputValue()) !== kept, 'the note in its own box')
    expect(await page.locator('#reply-editor').textContent()).toBe('Dear customer,')
    await panel.getByRole('button', { name: 'Back', exact: true }).click()
  })

  it('saves a snippet of the team as mine, finds it as such, deletes it and takes that back', async () => {
    await box().fill('please do not pay')
    await option(/Payment outside the app/).click()
    await panel.getByRole('button', { name: 'Save as mine' }).click()
    await panel.getByRole('textbox', { name: 'Title' }).fill('Zebra: my own words')
    await panel.getByRole('textbox', { name: 'Text' }).fill('Dear {{case.requester|you}}, {{chose: x | a | b}}')
    await panel.getByText(/"chose" is nothing that a snippet knows/).waitFor()
    await panel.getByRole('textbox', { name: 'Text' }).fill('Dear {{case.requester|you}}, by {{date +1 day, iso}}. {{agent.first-name}}')
    await panel
      .getByRole('region', { name: 'Preview' })
      .getByText(/Dear Imani Brooks, by \d{4}-\d\d-\d\d\. Mira/)
      .waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await panel.getByRole('textbox', { name: 'Text' }).press('Control+Enter')
    await panel.getByRole('heading', { name: 'My snippets' }).waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await panel.getByRole('button', { name: 'More for Zebra: my own words' }).click()
    await panel.getByRole('menuitem', { name: 'Delete' }).click()
    await panel.getByText('Deleted “Zebra: my own words”.').waitFor()
    await panel.getByRole('button', { name: 'Undo' }).click()
    await panel.getByRole('button', { name: 'Zebra: my own words', exact: true }).waitFor()
    await panel.getByRole('button', { name: 'Back to the case' }).click()
    await box().fill('zebra')
    await option(/Zebra: my own words Mine/).click()
    await panel.getByText('Your own snippet, kept on this device.').waitFor()
    await panel.getByRole('button', { name: 'Insert', exact: true }).click()
    await until(async () => ((await note().inputValue()).includes('Dear Imani Brooks, by 20') || undefined) as true | undefined, 'the own snippet')
    await panel.getByRole('button', { name: 'Back', exact: true }).click()
  })

  it('keeps answers over a panel that went away', async () => {
    await box().fill('internal case note')
    await option(/Internal: case note/).click()
    await panel.getByRole('textbox', { name: 'What was asked' }).fill('Is the bag real?')
    await panel.getByRole('textbox', { name: 'What you checked, and where' }).fill('Photos')
    await panel.getByRole('textbox', { name: 'What you checked, and where' }).blur()
    panel = await openPanelTab(mira, page)
    await box().fill('internal case note')
    await option(/Internal: case note/).click()
    await until(
      async () => ((await panel.getByRole('textbox', { name: 'What was asked' }).inputValue()) === 'Is the bag real?' || undefined) as true | undefined,
      'the answer',
    )
    await panel.getByRole('button', { name: 'Back', exact: true }).click()
  })

  it('tells the lead how often the team’s snippets were used and what was searched for in vain', async () => {
    await box().fill('zeppelinflugzeug')
    await panel.getByText('Nothing found.').waitFor()
    await box().press('Escape')
    const usage = await until(async () => {
      // What was counted goes with the next sending, and the last count may still be on its way to the worker.
      await panel.evaluate(() => {
        const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
        return chrome.runtime.sendMessage({ name: 'outbox.retry', request: {} })
      })
      const told = await lead('usage', { request: { days: 30 } })
      return told.searches.length > 0 ? told : undefined
    }, 'the sums at the hub')
    expect(usage.searches).toMatchObject([{ text: 'zeppelinflugzeug', count: 1, members: 1 }])
    expect(usage.snippets).toEqual([
      { id: 'internal-case-note', inserted: 1, copied: 0, members: 1 },
      { id: 'internal-handover', inserted: 1, copied: 0, members: 1 },
      { id: 'off-platform-do-not-pay', inserted: 1, copied: 0, members: 1 },
    ])
  })
})
