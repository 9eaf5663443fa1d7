// Leads and agents hear each other, on a real hub in two browsers: a version to confirm, a flag on a step, a coaching note.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import type { Client } from '../../hub/client.ts'
import { axeFaults } from './axe.ts'
import { escalate, openCase, type Panel, press, standing, step } from './panel.ts'
import { openTeam, type Team } from './team.ts'

const playbookId = 'counterfeit-listing'

describe('leads and agents', () => {
  let team: Team
  let mira: Stage
  let lea: Stage
  let hub: Client
  let panel: Panel
  let desk: Page
  beforeAll(async () => {
    team = await openTeam()
    mira = await team.member('Mira', 'agent')
    lea = await team.member('Lea', 'lead')
    hub = await team.caller('Lina', 'lead')
    desk = await lea.open('console.html')
    const { playbooks } = await hub('snapshot')
    const { markdown, version } = playbooks.find(({ id }) => id === playbookId)!
    const changed = markdown.replace('Save the listing as it stands now', 'Save the listing as a page, as it stands now')
    await hub('publishPlaybook', { params: { id: playbookId }, request: { markdown: changed, note: 'Pages, not pictures', base: version, confirm: true } })
    panel = (await openCase(mira.context, team.company.deskUrl, 1042)).panel
  })
  afterAll(() => team?.stop())
  const news = async () => {
    await panel.getByRole('button', { name: 'Panel menu' }).click()
    await panel.getByRole('menuitem', { name: /^News/ }).click()
    await panel.getByRole('heading', { name: 'News' }).waitFor()
  }

  it('a version to confirm is asked for where it is met on a case, and the lead sees who has', async () => {
    await desk.goto(`${desk.url().split('#')[0]}#/playbooks/${playbookId}`)
    await desk.getByText('Seen by 0 of 1, confirmed by 0. Not yet: Mira.').waitFor()
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    const asked = panel.getByText(/Read it once and confirm it\.$|Read this playbook once and confirm it\./)
    await asked.waitFor()
    await panel
      .getByRole('list', { name: 'What changed in version 2' })
      .getByText(/is reworded; it was “Save the listing as it stands now/)
      .waitFor()
    await panel.getByRole('checkbox', { name: /Note the stream/ }).waitFor()
    await desk.getByText('Seen by 1 of 1, confirmed by 0. Not yet: Mira.').waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await press(panel, panel.getByRole('button', { name: 'I have read this' }), async () => (await asked.count()) === 0)
    await desk.getByText('Seen by 1 of 1, confirmed by all.').waitFor()
  })

  it('a flag reaches the lead with its case, and what became of it comes back to the step and to the news', async () => {
    const row = step(panel, /Compare the photos of the listing/).last()
    await row.getByRole('button', { name: /^More for step/ }).click()
    await panel.getByRole('menuitem', { name: 'Flag this step' }).click()
    await panel.getByRole('radio', { name: 'Unclear' }).click()
    await panel.getByLabel('In a word (optional)').fill('Which photos, ours or theirs?')
    await press(panel, panel.getByRole('button', { name: 'Send flag' }), () => panel.getByText(/^You flagged this as unclear\./).isVisible())
    const flags = desk.getByRole('region', { name: 'One open flag' })
    await flags.getByText('Which photos, ours or theirs?').waitFor()
    expect(await flags.getByRole('link', { name: /Handbag from the Sunday auction/ }).getAttribute('href')).toBe(`${team.company.deskUrl}/tickets/1042`)
    await desk
      .getByRole('link', { name: /Counterfeit listing/ })
      .getByText('1 flag')
      .waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await flags.getByRole('button', { name: 'Thanks, looking into it' }).click()
    await panel.getByText('You flagged this as unclear. Lea is looking into it.').waitFor()
    await flags.getByRole('button', { name: 'Will not change' }).click()
    await desk.getByLabel('Why it stays as it is, for Mira').fill('Both: the guide says how')
    await desk.keyboard.press('Control+Enter')
    await desk.getByRole('region', { name: 'No open flags' }).waitFor()
    await panel.getByText('You flagged this').waitFor({ state: 'detached' })
    await news()
    await panel.getByText('Lea leaves it as it is.').waitFor()
    await panel.getByText('Both: the guide says how').waitFor()
    await panel.getByRole('button', { name: 'Got it' }).first().click()
    await panel.getByText('All read.').waitFor()
    await panel.getByRole('button', { name: 'Back to the case' }).click()
  })

  it('a note about an escalation is read by its agent, who says so; the thread knows nothing of it', async () => {
    await escalate(panel)
    await standing(panel, /Delivered to the hub/)
    await desk.getByRole('link', { name: /Inbox/ }).click()
    await desk.getByRole('link', { name: /Handbag from the Sunday auction/ }).click()
    await desk.getByRole('region', { name: 'Your decision' }).getByText('Coach Mira', { exact: true }).click()
    await desk.getByRole('textbox', { name: 'Note to Mira' }).fill('Take the stitching photo along next time')
    expect(await axeFaults(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Send note' }).click()
    const notes = desk.getByRole('list', { name: 'Coaching notes' })
    await notes.getByText('Not read yet').waitFor()
    await news()
    await panel.getByText('Take the stitching photo along next time').waitFor()
    await panel.getByText('Only you and your leads see this.').waitFor()
    expect(await axeFaults(panel)).toEqual([])
    const read = panel.getByText(/^You marked it as read|^Marked as read\./)
    await press(panel, panel.getByRole('button', { name: 'Mark as read' }), async () => (await read.count()) > 0)
    await notes.getByText(/^Read/).waitFor()
    const { escalations, notes: kept } = await hub('snapshot')
    expect(escalations[0]?.thread.some(({ text }) => text.includes('stitching'))).toBe(false)
    expect(kept?.map(({ content, replies }) => [content.text, replies.length])).toEqual([['Take the stitching photo along next time', 1]])
  })

  it('a note to a member in general is written on the Team screen', async () => {
    await desk.getByRole('link', { name: 'Team' }).click()
    await desk.getByRole('button', { name: 'Notes to Mira' }).click()
    await desk.getByRole('textbox', { name: 'Note to Mira' }).fill('Your notes are short and say everything')
    await desk.keyboard.press('Control+Enter')
    await desk.getByRole('list', { name: 'Notes to Mira' }).getByText('Your notes are short and say everything').waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await panel.getByText('Your notes are short and say everything').waitFor()
  })
})
