// Every screen, real and filled, in light and in dark: axe finds nothing that breaks WCAG 2 A or AA.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite } from '../../demo/people.ts'
import type { Stage } from '../../demo/stage/extension.ts'
import { axeFaults } from './axe.ts'
import { bar, escalateButton, openCase, openPanelTab, type Panel, standing } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('axe', () => {
  let team: Team
  let mira: Stage
  let lea: Stage
  beforeAll(async () => {
    team = await openTeam()
    mira = await team.visitor()
    lea = await team.member('Lea', 'lead')
  })
  afterAll(() => team?.stop())

  it('finds nothing on the welcome page before joining, and after', async () => {
    const welcome = await mira.open('welcome.html')
    await welcome.getByRole('button', { name: 'Join team' }).waitFor()
    expect(await axeFaults(welcome)).toEqual([])
    await welcome.getByRole('button', { name: 'Join team' }).click()
    await welcome.getByText('Ask your lead for an invite; each works once').waitFor()
    expect(await axeFaults(welcome)).toEqual([])
    await welcome.getByLabel('Hub address').fill(team.company.hub.url)
    await welcome.getByLabel('Invite code').fill(await team.company.invite('agent'))
    await welcome.getByLabel('Your name').fill('Mira')
    await welcome.getByRole('button', { name: 'Join team' }).click()
    await welcome.getByRole('heading', { name: 'You are in' }).waitFor()
    await enableSite(mira, team.company.deskUrl)
    expect(await axeFaults(welcome)).toEqual([])
  })

  it('finds nothing on the empty inbox', async () => {
    const desk = await lea.open('console.html')
    await desk.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
    expect(await axeFaults(desk)).toEqual([])
  })

  describe.each(['the frame', 'a tab'] as const)('on the panel in %s', (place) => {
    const ticket = place === 'a tab' ? 1043 : 1042
    let page: Page
    let panel: Panel
    beforeAll(async () => {
      if (place === 'the frame') {
        const opened = await openCase(mira.context, team.company.deskUrl, ticket)
        page = opened.page
        panel = opened.panel
        return
      }
      page = await mira.context.newPage()
      await page.goto(`${team.company.deskUrl}/tickets/${ticket}`)
      panel = await openPanelTab(mira, page)
    })
    const menu = async (name: string) => {
      await panel.getByRole('button', { name: 'Panel menu' }).click()
      await panel.getByRole('menuitem', { name }).click()
    }

    it('finds nothing in suggestions, search results and a snippet', async () => {
      await panel.getByRole('list', { name: 'Playbooks for this page' }).getByRole('button').first().waitFor()
      expect(await axeFaults(panel)).toEqual([])
      await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('proof')
      await panel.getByRole('option').first().waitFor()
      expect(await axeFaults(panel)).toEqual([])
      await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('internal case note')
      await panel.getByRole('option', { name: /Internal: case note/ }).click()
      await panel.getByRole('article', { name: /Internal: case note/ }).waitFor()
      expect(await axeFaults(panel)).toEqual([])
      await panel.getByRole('button', { name: 'Back', exact: true }).click()
    })

    it('finds nothing in a run, its reasons and the form to escalate', async () => {
      await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('counterfeit listing')
      await panel.getByRole('option', { name: /Counterfeit listing/ }).click()
      await panel.getByRole('button', { name: /^Use .* from the case$/ }).click()
      await panel.getByText(/Version 1\. 1 of/).waitFor()
      expect(await axeFaults(panel)).toEqual([])
      await panel.getByRole('button', { name: 'More for step 2' }).click()
      expect(await axeFaults(panel)).toEqual([])
      await panel.getByRole('menuitem', { name: 'Skip…' }).click()
      await panel.getByRole('textbox', { name: 'Why is it skipped?' }).fill('Not on stream')
      await panel.getByRole('button', { name: 'Add note, severity, queue' }).click()
      await panel.getByRole('textbox', { name: 'Note', exact: true }).fill('Please decide before the show.')
      expect(await axeFaults(panel)).toEqual([])
    })

    it('finds nothing while an escalation can be undone, and in its thread', async () => {
      await escalateButton(panel).click()
      await standing(panel, /Saved on this device|Delivered to the hub/)
      expect(await axeFaults(panel)).toEqual([])
      await standing(panel, /Delivered to the hub/)
      await bar(panel).getByRole('button', { name: 'Show' }).click()
      await panel.getByRole('button', { name: 'Amend…' }).click()
      expect(await axeFaults(panel)).toEqual([])
    })

    it('finds nothing in the keys, my escalations and about', async () => {
      for (const [item, heading] of [
        ['Keys', 'Keys'],
        ['My escalations', 'My escalations'],
        ['About Handrail', 'About Handrail'],
      ] as const) {
        await menu(item)
        await panel.getByRole('heading', { name: heading }).waitFor()
        expect(await axeFaults(panel)).toEqual([])
      }
    })
  })

  it('finds nothing on the console’s full inbox, a case, a playbook, the editor and the team', async () => {
    const desk = await lea.open('console.html')
    await desk.getByRole('link', { name: /Handbag from the Sunday auction/ }).waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await desk.getByRole('link', { name: /Handbag from the Sunday auction/ }).click()
    await desk.getByRole('region', { name: 'Your decision' }).waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Rule', exact: true }).click()
    await desk.getByText('Say what is decided.').waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await desk.getByRole('link', { name: 'Playbooks' }).click()
    await desk.getByRole('link', { name: /Counterfeit listing/ }).click()
    await desk.getByRole('link', { name: 'Edit' }).waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await desk.getByRole('link', { name: 'Edit' }).click()
    await desk.getByRole('textbox', { name: 'Playbook source' }).waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await desk.getByRole('link', { name: 'Team' }).click()
    await desk.getByText('Mira').first().waitFor()
    expect(await axeFaults(desk)).toEqual([])
  })
})
