// The main job on a support desk that nobody here wrote: Request Tracker, its CKEditor and its plain text box, a real hub, two browsers.
// Where Request Tracker cannot be had it says so in one line and runs nothing.
import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite, joinTeam } from '../../demo/people.ts'
import type { Stage } from '../../demo/stage/extension.ts'
import { clickLauncher, launcherLabel, railFrame, until } from '../../demo/stage/rail.ts'
import { photograph } from '../../demo/stage/toolbar.ts'
import type { Client } from '../../hub/client.ts'
import { parseSite } from '../../lib/playbook/site-file.ts'
import { freePort } from '../e2e/free-port.ts'
import { bar, escalate, press, standing, step } from '../e2e/panel.ts'
import { openTeam, type Team } from '../e2e/team.ts'
import { type RequestTracker, startRequestTracker, whyNotHere } from './request-tracker.ts'
import { editorOf, layoutShift, modelText, openReply, openTicket, places, preferEditor, signIn } from './rt-person.ts'

const missing = whyNotHere()
if (missing) process.stderr.write(`The story on Request Tracker was not run: ${missing}\n`)

const handbag = '1042'

describe.runIf(missing === null)('the story on Request Tracker', () => {
  let rt: RequestTracker
  let team: Team
  let mira: Stage
  let page: Page
  let panel: Frame
  let desk: Page
  let hub: Client
  let alone: { shifts: number[]; places: string[] }
  const mark = `Reference ${Date.now().toString(36)}`

  beforeAll(async () => {
    rt = await startRequestTracker(await freePort())
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    await publishProfile(hub, rt.url)
    mira = await team.visitor()
    await joinTeam(mira, { hubUrl: team.company.hub.url, code: await team.company.invite('agent'), name: 'Mira' })
    const lea = await team.member('Lea', 'lead')
    desk = await lea.open('console.html')
    page = await mira.context.newPage()
  })
  afterAll(async () => {
    await team?.stop()
    await rt?.stop()
  })

  const ticket = () => rt.tickets[handbag] as number
  const insert = (near: RegExp, happened: () => Promise<boolean>) => press(panel, step(panel, near).getByRole('button', { name: 'Insert' }), happened)

  /** The rail may have stayed open from page to page. */
  async function openRailHere(): Promise<void> {
    await until(() => launcherLabel(page), 'the launcher')
    if (!page.frames().some((frame) => frame.url().includes('/sidebar.html'))) await clickLauncher(page)
    panel = await railFrame(page)
  }

  it('leaves a site alone that was not enabled', async () => {
    await signIn(page, rt)
    await preferEditor(page, rt, 'rich')
    await openTicket(page, rt, ticket())
    alone = { shifts: await shifts(), places: await places(page) }
    expect(await launcherLabel(page)).toBeNull()
  })

  it('shows a launcher with the number of playbooks that fit', async () => {
    await enableSite(mira, rt.url)
    await openTicket(page, rt, ticket())
    const label = await until(async () => /\d+ playbooks?/.exec((await launcherLabel(page)) ?? '')?.[0], 'a count on the launcher')
    expect(Number.parseInt(label, 10)).toBeGreaterThan(0)
  })

  it('moves nothing on the page', async () => {
    // Request Tracker's own scripts move the page by chance, a little more or less at each load.
    expect(Math.min(...(await shifts()))).toBeLessThanOrEqual(Math.max(...alone.shifts) + 0.002)
    expect(await launcherLabel(page)).not.toBeNull()
    expect(await places(page)).toEqual(alone.places)
  })

  it('reads the case from Request Tracker’s own page and says why the best playbook is shown', async () => {
    await openRailHere()
    await panel.getByRole('heading', { name: /Handbag from the Sunday auction/ }).waitFor()
    const best = panel.getByRole('list', { name: 'Playbooks for this page' }).getByRole('button').first()
    await best.waitFor()
    expect(await best.textContent()).toMatch(/Counterfeit listing[\s\S]*Shown because .*Category is .*Counterfeit/)
  })

  it('runs a checklist on the ticket', async () => {
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    await photograph(mira, page, panel, /Save the listing as it stands now/)
    await panel
      .getByRole('radiogroup', { name: /What supports the report/ })
      .getByRole('radio', { name: /Photos with specific differences/ })
      .click()
    await panel.getByText(/Version 1\. 2 of \d+ done/).waitFor()
  })

  it('has the same run and the fields of the ticket on the reply page, which does not show them', async () => {
    await openReply(page, rt, ticket())
    await openRailHere()
    await panel.getByText(/Version 1\. 2 of \d+ done/).waitFor()
    await step(panel, /Acknowledge the buyer/)
      .getByText(/order LM-613204/)
      .waitFor()
  })

  it('inserts a snippet at the cursor of CKEditor, so that the editor itself knows of it', async () => {
    const body = editorOf(page).locator('body')
    await body.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`${mark}. After.`)
    for (let left = 0; left < ' After.'.length; left++) await page.keyboard.press('ArrowLeft')
    await insert(/Acknowledge the buyer/, async () => (await modelText(page))?.includes('Thank you for your report') ?? false)
    await panel.getByText(/^Inserted in /).waitFor()
    expect(await modelText(page)).toMatch(new RegExp(`^${mark}\\.\\s*Hello [\\s\\S]*order LM-613204[\\s\\S]*you will get an answer\\.\\s*After\\.\\s*$`))
  })

  it('lets the editor undo the insertion and do it again', async () => {
    await editorOf(page).locator('body').press('Control+z')
    await until(async () => (await modelText(page))?.includes('Thank you for your report') === false, 'the text before the insertion')
    expect(await modelText(page)).toMatch(new RegExp(`^${mark}\\. After\\.\\s*$`))
    await editorOf(page).locator('body').press('Control+y')
    await until(async () => (await modelText(page))?.includes('Thank you for your report'), 'the insertion once more')
  })

  it('sends the reply with Request Tracker’s own button, into the ticket’s history', async () => {
    await page.locator('#SubmitTicket input[name=SubmitTicket]').click()
    const sent = page.locator('.history-container .transaction', { hasText: mark })
    await sent.first().waitFor()
    expect(await sent.first().textContent()).toContain('Please keep the item, its labels and its packaging as they are.')
  })

  it('inserts at the cursor of the plain text box, and the box can undo it', async () => {
    await preferEditor(page, rt, 'plain')
    await openReply(page, rt, ticket())
    await openRailHere()
    const box = page.locator('textarea#UpdateContent')
    await box.fill('Before. After.')
    await box.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(7, 7))
    await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('please keep the item')
    await panel.getByRole('option', { name: /please keep the item/ }).click()
    await press(panel, panel.getByRole('article').getByRole('button', { name: 'Insert' }), async () =>
      (await box.inputValue()).includes('Thank you for your report'),
    )
    expect(await box.inputValue()).toMatch(/^Before\.\n\nHello [\s\S]*order LM-613204[\s\S]*you will get an answer\.\s* After\.$/)
    await box.press('Control+z')
    expect(await box.inputValue()).toBe('Before. After.')
  })

  it('puts a note for the team into a comment, and never into a reply to the requestors', async () => {
    const box = page.locator('textarea#UpdateContent')
    await box.fill('Draft.')
    const insertNote = async (happened: () => Promise<boolean>) => {
      await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('internal case note')
      await panel.getByRole('option', { name: /Internal: case note/ }).click()
      const form = panel.getByRole('form', { name: /Fill in: Internal: case note/ })
      await press(panel, form.getByRole('button', { name: 'Insert', exact: true }), happened)
    }
    await insertNote(() => panel.getByText(/not for the customer/).isVisible())
    expect(await box.inputValue()).toBe('Draft.')
    await page.locator('select[name=UpdateType]').selectOption('private', { force: true })
    await insertNote(async () => (await box.inputValue()).includes('What was asked'))
  })

  it('hands the ticket to the lead with its fields and its run', async () => {
    await openTicket(page, rt, ticket())
    await openRailHere()
    await escalate(panel)
    await standing(panel, /Delivered to the hub|Seen by/)
    await desk.getByRole('link', { name: /Handbag from the Sunday auction/ }).click()
    const [{ content } = never()] = (await hub('snapshot')).escalations
    expect(content.case).toMatchObject({ siteId: 'request-tracker', caseId: String(ticket()), access: 'profile' })
    expect(content.case.fields).toContainEqual(expect.objectContaining({ name: 'case.category', value: 'Counterfeit' }))
    expect(content.case.fields).toContainEqual(expect.objectContaining({ name: 'case.order', value: 'LM-613204' }))
    expect(content.run).toMatchObject({ playbook: { id: 'counterfeit-listing', version: 1 }, done: 3 })
    expect(content.missing).toEqual([])
  })

  it('brings the lead’s question to the ticket and the answer back', async () => {
    await desk.getByRole('button', { name: 'Take', exact: true }).click()
    await standing(panel, 'Taken by Lea.')
    await desk.getByText('Ask Mira', { exact: true }).click()
    await desk.getByRole('textbox', { name: 'Question to Mira' }).fill('Did the shop put it in writing?')
    await desk.getByRole('button', { name: 'Ask', exact: true }).click()
    await standing(panel, 'Lea asked a question.')
    const thread = panel.getByRole('region', { name: 'Your escalations of this case' })
    if (!(await thread.isVisible())) await bar(panel).getByRole('button', { name: 'Show' }).click()
    await thread.getByRole('textbox', { name: 'Your answer' }).fill('Yes, the note is attached.')
    await press(panel, thread.getByRole('button', { name: 'Answer' }), async () => (await thread.getByText('Yes, the note is attached.').count()) > 0)
    await desk.getByText('Yes, the note is attached.').waitFor()
  })

  it('shows the ruling on the ticket', async () => {
    await desk.getByRole('region', { name: 'Your decision' }).getByText('Decide', { exact: true }).click()
    await desk.getByRole('textbox', { name: 'Outcome' }).fill('Remove the listing')
    await desk.getByRole('textbox', { name: 'Rationale' }).fill('Two independent opinions and no proof from the seller.')
    await desk.getByRole('button', { name: 'Rule', exact: true }).click()
    await standing(panel, 'Ruled by Lea: Remove the listing')
    await panel.getByText('Two independent opinions and no proof from the seller.').waitFor()
  })

  async function shifts(): Promise<number[]> {
    const seen: number[] = []
    while (seen.length < 3) {
      await openTicket(page, rt, ticket())
      await page.waitForLoadState('networkidle')
      seen.push(await layoutShift(page))
    }
    return seen
  }
})

/** The starter library names the port that Request Tracker takes by itself; the test takes whichever is free. */
async function publishProfile(hub: Client, origin: string): Promise<void> {
  const file = new URL('../../playbooks/sites/request-tracker.yaml', import.meta.url)
  const { draft } = parseSite(readFileSync(file, 'utf8'))
  if (!draft) throw new Error('The starter profile of Request Tracker cannot be read.')
  await hub('publishSite', { params: { id: 'request-tracker' }, request: { ...draft, origins: [origin] } })
}

function never(): never {
  throw new Error('There is no escalation at the hub.')
}
