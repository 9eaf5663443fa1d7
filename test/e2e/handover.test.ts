// Several cases, several playbooks on one case, and a case that goes from one agent to another with everything on it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { axeFaults } from './axe.ts'
import { escalate, openCase, openPanelTab, type Panel, press, standing } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('cases', () => {
  let team: Team
  let mira: Stage
  let ben: Stage
  let panel: Page
  let bens: Page
  const desk = (id: number) => `${team.company.deskUrl}/tickets/${id}`
  async function panelOn(stage: Stage, id: number): Promise<Page> {
    const page = await stage.context.newPage()
    await page.goto(desk(id))
    return openPanelTab(stage, page)
  }
  beforeAll(async () => {
    team = await openTeam()
    ;[mira, ben] = await Promise.all([team.member('Mira', 'agent'), team.member('Ben', 'agent')])
    panel = await panelOn(mira, 1042)
    bens = await panelOn(ben, 1050)
  })
  afterAll(() => team?.stop())

  const search = async (where: Panel, words: string) => {
    const box = where.getByRole('combobox', { name: 'Search playbooks and snippets' })
    await box.fill(words)
    await where.getByRole('option').first().waitFor()
    await box.press('Enter')
  }
  const heading = (where: Panel, name: RegExp) => where.getByRole('article').getByRole('heading', { level: 2, name })

  it('a second playbook is added beside the open one; a key goes to the other, and back goes where it was', async () => {
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    await panel.getByRole('button', { name: /^Use .* from the case$/ }).click()
    await panel.getByText(/1 of \d+ done/).waitFor()
    await search(panel, 'refund abuse')
    await heading(panel, /Refund abuse/).waitFor()
    const others = panel.getByRole('list', { name: 'Also open on this case' })
    await others.getByRole('button', { name: /Counterfeit listing.*1 of \d+ done/ }).waitFor()
    await panel.keyboard.press('Escape')
    await panel.getByRole('article').getByRole('checkbox').first().focus()
    await panel.keyboard.press('g')
    await heading(panel, /Counterfeit listing/).waitFor()
    await others.getByRole('button', { name: /Refund abuse/ }).waitFor()
    await panel.getByRole('button', { name: 'Back to the playbooks' }).click()
    await heading(panel, /Refund abuse/).waitFor()
    await panel.getByRole('button', { name: 'Back to the playbooks' }).click()
    await panel.getByRole('list', { name: 'Playbooks for this page' }).waitFor()
  })

  it('two tabs on one case show the same, and another case keeps apart', async () => {
    const beside = await openCase(mira.context, team.company.deskUrl, 1042)
    await beside.panel
      .getByText(/1 of \d+ done/)
      .first()
      .waitFor()
    const other = await openCase(mira.context, team.company.deskUrl, 1043)
    await other.panel.getByRole('list', { name: 'Playbooks for this page' }).waitFor()
    expect(await other.panel.getByText(/1 of \d+ done/).count()).toBe(0)
    await search(other.panel, 'item not received')
    await other.panel.getByRole('checkbox', { name: /Compare the address on the label/ }).check()
    await other.panel.getByText(/1 of \d+ done/).waitFor()
    expect(await beside.panel.getByText('Item not received').count()).toBe(0)
    await Promise.all([beside.page.close(), other.page.close()])
  })

  it('My cases lists what is at work, by key, and opens a case in its tab', async () => {
    await panel.bringToFront()
    await panel.locator('body').press('c')
    await panel.getByRole('heading', { name: 'My cases' }).waitFor()
    const atWork = panel.getByRole('region', { name: 'At work' })
    await atWork.getByRole('button', { name: /Demo desk · Item not received, 1 of \d+ done/i }).waitFor()
    await atWork.getByRole('button', { name: /Counterfeit listing, 1 of \d+ done · Refund abuse, 0 of/ }).waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await atWork.getByRole('button', { name: /Item not received/ }).click()
    await panel.getByRole('article', { name: /Item not received/ }).waitFor()
    expect(mira.context.pages().filter((page) => page.url() === desk(1043))).toHaveLength(1)
    await panel.locator('body').press('c')
    await atWork.getByRole('button', { name: /Counterfeit listing/ }).click()
    await panel.getByRole('article').waitFor()
    expect(mira.context.pages().filter((page) => page.url() === desk(1042))).toHaveLength(1)
  })

  it('a case is escalated and ruled on before it is handed over', async () => {
    await panel.bringToFront()
    await panel.getByRole('article').waitFor()
    await escalate(panel)
    await standing(panel, /Delivered to the hub/)
    const lea = await team.caller('Lea', 'lead')
    const { escalations } = await lea('snapshot')
    const { content, revision } = escalations.find(({ by }) => by.name === 'Mira')!
    const ruling = { outcome: 'Remove listing', rationale: 'The serial plate is missing.', revision }
    await lea('rule', { params: { id: content.id }, request: ruling })
    await standing(panel, /Ruled by Lea: Remove listing/)
  })

  it('a case is handed over by keyboard, undone, and handed over again', async () => {
    await panel.bringToFront()
    await panel.getByRole('article', { name: 'Refund abuse' }).waitFor()
    await panel.locator('body').press('h')
    await panel.getByRole('combobox', { name: 'Colleague' }).fill('ben')
    await panel.getByRole('option', { name: 'Ben' }).waitFor()
    await panel.keyboard.press('Enter')
    await panel.keyboard.type('The brand owner answers tomorrow. Card 4111 1111 1111 1111.')
    await panel
      .getByRole('region', { name: 'What goes along' })
      .getByText(/Counterfeit listing.*1 of \d+ done/)
      .waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await panel.keyboard.press('Control+Enter')
    const note = panel.getByRole('region', { name: 'Hand-over' })
    await note.getByText(/Sends in \d s/).waitFor({ state: 'attached' })
    await note.getByRole('button', { name: 'Undo' }).click()
    await panel.getByText('Undone. The case is yours as it was.').waitFor()
    await panel.locator('body').press('h')
    await panel.getByRole('combobox', { name: 'Colleague' }).fill('ben')
    await panel.keyboard.press('Enter')
    await panel.keyboard.type('The brand owner answers tomorrow. Card 4111 1111 1111 1111.')
    await panel.keyboard.press('Control+Enter')
    await note.getByText(/Handed to Ben .*Not taken yet/).waitFor()
  })

  it('the colleague sees it first under My cases, with the note, and takes it with every answer', async () => {
    await bens.bringToFront()
    await bens.locator('body').press('c')
    const handed = bens.getByRole('region', { name: 'Handed to you' })
    await handed.getByText(/Mira handed you this case/).waitFor()
    await handed.getByText('The brand owner answers tomorrow. Card [card ending 1111].').waitFor()
    await handed.getByText(/Counterfeit listing.*: 1 of \d+ done/).waitFor()
    await handed.getByText(/^#\d+ was ruled by Lea: Remove listing$/).waitFor()
    expect(await axeFaults(bens)).toEqual([])
    await press(bens, handed.getByRole('button', { name: 'Take and open' }), async () => ben.context.pages().some((page) => page.url() === desk(1042)))
    await bens
      .getByText(/From Mira/)
      .first()
      .waitFor()
    const escalated = bens.getByRole('list', { name: 'Escalated before it came to you' })
    await escalated.getByText('Rationale: The serial plate is missing.').waitFor()
    const others = bens.getByRole('list', { name: 'Also open on this case' })
    if ((await heading(bens, /Counterfeit listing/).count()) === 0) await others.getByRole('button', { name: /Counterfeit listing/ }).click()
    await bens.getByRole('button', { name: /Order value/ }).waitFor()
  })

  it('the sender reads who has it, and her copies are closed for good', async () => {
    await panel.bringToFront()
    await panel
      .getByRole('region', { name: 'Hand-over' })
      .getByText(/Ben took it just now/)
      .waitFor()
    await panel.getByText('Handed to Ben.', { exact: true }).waitFor()
    expect(await panel.getByRole('button', { name: 'Reopen the run' }).count()).toBe(0)
  })

  it('several cases at once are chosen with x, go to one colleague offline, and come back with a word', async () => {
    await team.company.pause()
    await panel.locator('body').press('c')
    await panel
      .getByRole('region', { name: 'At work' })
      .getByRole('button', { name: /Item not received/ })
      .focus()
    await panel.keyboard.press('x')
    await panel.getByText('1 case chosen').waitFor()
    await panel.keyboard.press('h')
    await panel.getByRole('combobox', { name: 'Colleague' }).fill('ben')
    await panel.keyboard.press('Enter')
    await panel.keyboard.press('Control+Enter')
    await panel.getByText(/Saved on this device\. (The hub cannot be reached|Waiting)/).waitFor()
    await team.company.resume()
    await bens.bringToFront()
    await bens.locator('body').press('c')
    const handed = bens.getByRole('region', { name: 'Handed to you' })
    await handed.getByRole('button', { name: 'Return it' }).click()
    await bens.keyboard.type('I am off at six, too')
    await press(bens, handed.getByRole('button', { name: 'Return the case' }), async () => (await handed.count()) === 0)
    await panel.bringToFront()
    await panel.getByText(/Ben returned it just now: “I am off at six, too”/).waitFor()
  })
})
