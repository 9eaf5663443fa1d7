// The main job, end to end, on the demo desk: an agent's browser, a lead's browser, a real hub. With and without third-party storage.
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { clickLauncher, launcherLabel, railFrame, until } from '../../demo/stage/rail.ts'
import { photograph } from '../../demo/stage/toolbar.ts'
import type { Client } from '../../hub/client.ts'
import { bar, escalate, press, standing, step, undoButton } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe.each(['allowed', 'blocked'] as const)('the story with third-party storage %s', (thirdPartyStorage) => {
  let team: Team
  let mira: Stage
  let page: Page
  let panel: Frame
  let desk: Page
  let hub: Client
  beforeAll(async () => {
    team = await openTeam()
    mira = await team.member('Mira', 'agent', { thirdPartyStorage })
    const lea = await team.member('Lea', 'lead', { thirdPartyStorage })
    hub = await team.caller('Lars', 'lead')
    desk = await lea.open('console.html')
    await desk.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
  })
  afterAll(() => team?.stop())

  const escalations = async () => (await hub('snapshot')).escalations
  // biome-ignore lint/performance/useDomNodeTextContent: only rendered text has the line breaks
  const replyText = () => page.locator('#reply-editor').innerText()
  const insert = (near: RegExp, happened: () => Promise<boolean>) => press(panel, step(panel, near).getByRole('button', { name: 'Insert' }), happened)

  it('shows a launcher with the number of playbooks that fit', async () => {
    page = await mira.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1042`)
    const label = await until(async () => /\d+ playbooks?/.exec((await launcherLabel(page)) ?? '')?.[0], 'a count on the launcher')
    expect(Number.parseInt(label, 10)).toBeGreaterThan(0)
  })

  it('opens the rail with the case and the best playbook first, with its reason', async () => {
    await clickLauncher(page)
    panel = await railFrame(page)
    await panel.getByRole('heading', { name: /Handbag from the Sunday auction/ }).waitFor()
    const best = panel.getByRole('list', { name: 'Playbooks for this page' }).getByRole('button').first()
    await best.waitFor()
    expect(await best.textContent()).toMatch(/Counterfeit listing[\s\S]*Shown because .*Counterfeit/)
  })

  it('starts a run, ticks a check and takes the order value from the case', async () => {
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    await photograph(mira, page, panel, /Save the listing as it stands now/)
    await panel.getByText(/Version 1\. 1 of \d+ done/).waitFor()
    await panel.getByRole('button', { name: /Use 1280.* from the case/ }).click()
    await panel.getByText(/Version 1\. 2 of \d+ done/).waitFor()
  })

  it('shows the step whose condition the typed value meets', async () => {
    await step(panel, /Order of 1,000 or more/).waitFor()
  })

  it('marks a step not applicable and skips another, each with its reason', async () => {
    for (const [near, choice, reason] of [
      [/Note the stream and the minute/, 'Not applicable…', 'The item was not shown on stream'],
      [/Look at earlier authenticity reports/, 'Skip…', 'The seller is new'],
    ] as const) {
      const row = step(panel, near).last()
      await row.getByRole('button', { name: /^More for step/ }).click()
      await panel.getByRole('menuitem', { name: choice }).click()
      await panel.getByRole('textbox', { name: /^Why / }).fill(reason)
      await row.getByRole('button', { name: 'Save' }).click()
      await row.getByText(reason).waitFor()
    }
    await panel.getByText(/2 of \d+ done, 1 skipped, 1 not applicable/).waitFor()
  })

  it('unfolds the branch that was chosen', async () => {
    await panel
      .getByRole('radiogroup', { name: /What supports the report/ })
      .getByRole('radio', { name: /Photos with specific differences/ })
      .click()
    await step(panel, /Acknowledge the buyer/)
      .getByText('Hello Imani Brooks,')
      .waitFor()
  })

  it('inserts a snippet into the reply editor at the caret, with its variables filled', async () => {
    await page.locator('#reply-editor').click()
    await page.keyboard.type('Before. After.')
    for (let left = 0; left < ' After.'.length; left++) await page.keyboard.press('ArrowLeft')
    await insert(/Acknowledge the buyer/, async () => (await replyText()).includes('Hello Imani Brooks'))
    expect(await replyText()).toMatch(/^Before\.[\s\S]*Hello Imani Brooks,[\s\S]*order LM-613204[\s\S]*you will get an answer\.[\s\S]* After\.\s*$/)
    await panel.getByText(/^Inserted in /).waitFor()
  })

  it('inserts a snippet into a text area that React owns', async () => {
    const note = page.getByRole('textbox', { name: 'Internal note' })
    await note.fill('Seen. Done.')
    await note.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 5))
    await insert(/Ask the seller for proof/, async () => (await note.inputValue()).length > 'Seen. Done.'.length)
    expect(await note.inputValue()).toMatch(/^Seen\.[\s\S]*atelier\.rewind[\s\S]* Done\.$/)
    await page.getByText(`${(await note.inputValue()).length} characters`).waitFor()
  })

  it('saves at one click on Escalate, and Undo keeps it from ever leaving', async () => {
    await panel.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await panel.getByRole('textbox', { name: 'Note', exact: true }).fill('Order above 1,000 and the shop refused it.')
    await escalate(panel)
    await bar(panel)
      .getByText(/Saved on this device\. Sends in \d s\./)
      .waitFor()
    await press(panel, undoButton(panel), () => panel.getByText('Undone. Nothing was sent').isVisible())
    expect(await panel.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('Order above 1,000 and the shop refused it.')
  })

  it('delivers the second one by itself, to an inbox that shows it without a reload', async () => {
    await escalate(panel)
    await standing(panel, /Delivered to the hub|Seen by/)
    await desk.getByRole('link', { name: /Handbag from the Sunday auction/ }).waitFor()
    // The undone one was due first: had it left, it would be here by now.
    expect(await escalations()).toHaveLength(1)
  })

  it('carries the case, the run with its skips, and the note', async () => {
    const [{ content, by } = never()] = await escalations()
    expect(by.name).toBe('Mira')
    expect(content.case).toMatchObject({ caseId: '1042', access: 'profile' })
    expect(content.case.fields).toContainEqual(expect.objectContaining({ name: 'case.order', value: 'LM-613204' }))
    expect(content.note).toBe('Order above 1,000 and the shop refused it.')
    expect(content.run).toMatchObject({ playbook: { id: 'counterfeit-listing', version: 1 }, skipped: 1 })
    expect(content.run?.lines).toContainEqual(expect.objectContaining({ state: 'skipped', reason: 'The seller is new' }))
  })

  it('tells the agent who took it', async () => {
    await desk.getByRole('link', { name: /Handbag from the Sunday auction/ }).click()
    await desk.getByText('Order above 1,000 and the shop refused it.').waitFor()
    await desk.getByRole('button', { name: 'Take', exact: true }).click()
    await desk.getByText('You have it.').waitFor()
    await standing(panel, 'Taken by Lea.')
  })

  it('brings a question to the case and the answer to the lead', async () => {
    await desk.getByRole('region', { name: 'Your decision' }).getByText('Ask Mira', { exact: true }).click()
    await desk.getByRole('textbox', { name: 'Question to Mira' }).fill('Did the shop put it in writing?')
    await desk.getByRole('button', { name: 'Ask', exact: true }).click()
    await standing(panel, 'Lea asked a question.')
    const thread = panel.getByRole('region', { name: 'Your escalations of this case' })
    if (!(await thread.isVisible())) await bar(panel).getByRole('button', { name: 'Show' }).click()
    await thread.getByText('Did the shop put it in writing?').waitFor()
    await thread.getByRole('textbox', { name: 'Your answer' }).fill('Yes, the note is attached.')
    const answered = desk.getByText('Yes, the note is attached.')
    await press(panel, thread.getByRole('button', { name: 'Answer' }), async () => (await thread.getByText('Yes, the note is attached.').count()) > 0)
    await answered.waitFor()
  })

  it('shows the ruling and its rationale on the case', async () => {
    await desk.getByRole('region', { name: 'Your decision' }).getByText('Decide', { exact: true }).click()
    await desk.getByRole('button', { name: 'Listing removed, refund handed to Payments' }).click()
    await desk.getByRole('textbox', { name: 'Rationale' }).fill('Two independent opinions and no proof from the seller.')
    await desk.getByRole('button', { name: 'Rule', exact: true }).click()
    await standing(panel, 'Ruled by Lea: Listing removed, refund handed to Payments')
    await panel.getByText('Two independent opinions and no proof from the seller.').waitFor()
  })

  it('pushes a new version into the open panel, while the run stays on its own', async () => {
    await desk.getByRole('link', { name: 'Playbooks' }).click()
    await desk.getByRole('link', { name: /Counterfeit listing/ }).click()
    await desk.getByRole('link', { name: 'Edit' }).click()
    const source = desk.getByRole('textbox', { name: 'Playbook source' })
    await source.click()
    await desk.keyboard.press('Control+End')
    await desk.keyboard.type('- [=] Listing paused until the seller answers')
    await desk.getByRole('region', { name: 'Preview' }).getByText('Listing paused until the seller answers').waitFor()
    await desk.getByRole('button', { name: 'Publish' }).click()
    await desk.getByRole('textbox', { name: 'What changed in version 2' }).fill('A pause is an outcome now.')
    await desk.getByRole('button', { name: 'Publish' }).click()
    await panel.getByText('Version 2 is out. This run stays on version 1.').waitFor()
    await panel.getByText(/Version 1\. \d+ of/).waitFor()
    expect(await panel.getByText('Listing paused until the seller answers').count()).toBe(0)
  })

  it('amends and withdraws an escalation, visibly to both sides', async () => {
    await page.goto(`${team.company.deskUrl}/tickets/1043`)
    await clickLauncherWhereClosed()
    await escalate(panel)
    await standing(panel, /Delivered to the hub/)
    await bar(panel).getByRole('button', { name: 'Show' }).click()
    const card = panel.getByRole('article', { name: /Escalation #/ })
    await card.getByRole('button', { name: 'Amend…' }).click()
    await card.getByRole('textbox', { name: 'What to add' }).fill('A fifth show, the same two names.')
    await press(panel, card.getByRole('button', { name: 'Add to it' }), () =>
      card.getByRole('paragraph').filter({ hasText: 'A fifth show, the same two names.' }).isVisible(),
    )
    await desk.getByRole('link', { name: 'Inbox' }).click()
    await desk.getByRole('link', { name: /Same two accounts/ }).click()
    await desk.getByText('A fifth show, the same two names.').waitFor()
    await card.getByRole('button', { name: 'Withdraw…' }).click()
    await card.getByRole('textbox', { name: 'Why it is withdrawn' }).fill('The bids were retracted by the house.')
    await press(panel, card.getByRole('button', { name: 'Withdraw', exact: true }), () => bar(panel).getByText('Withdrawn by Mira.').first().isVisible())
    await desk.getByText(/Mira withdrew this/).waitFor()
  })

  /** The rail remembers whether it was open from page to page, or not: either way it is open afterwards. */
  async function clickLauncherWhereClosed() {
    await until(() => launcherLabel(page), 'the launcher')
    if (!page.frames().some((frame) => frame.url().includes('/sidebar.html'))) await clickLauncher(page)
    panel = await railFrame(page)
    await panel.getByRole('heading', { name: /Same two accounts/ }).waitFor()
  }
})

function never(): never {
  throw new Error('There is no escalation at the hub.')
}
