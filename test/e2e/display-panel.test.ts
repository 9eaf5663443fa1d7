// The toolbar button and the browser's own side panel: the click captures the page, and Escalate there is one click.
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { launcherLabel, until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import { chromiumId } from '../../lib/identity.ts'
import { type Display, hasDisplay, startDisplay } from './display.ts'
import { freePort } from './free-port.ts'
import { escalateButton, standing } from './panel.ts'
import { type PlainSite, plainHosts, startPlainSite } from './plain-site.ts'
import { answerPrompt } from './prompt.ts'
import { openTeam, type Team } from './team.ts'

const toolbarKey = 'alt+shift+h'

describe.runIf(hasDisplay('The side panel'))('the toolbar button and the side panel', () => {
  let display: Display
  let site: PlainSite
  let team: Team
  let mira: Stage
  let hub: Client
  let page: Page
  let port: number
  const connections: Browser[] = []
  let panel: Page
  beforeAll(async () => {
    display = await startDisplay()
    site = await startPlainSite()
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    port = await freePort()
    mira = await team.member('Mira', 'agent', { headless: false, flags: [plainHosts, `--remote-debugging-port=${port}`] })
  })
  afterAll(async () => {
    for (const connection of connections) await connection.close().catch(() => undefined)
    await team?.stop()
    await site?.stop()
    await display?.stop()
  })

  /** The connection that launched the browser does not list side panels; one that is made while the panel stands does. */
  const sidePanel = () =>
    until(async () => {
      const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      connections.push(connection)
      const pages = connection.contexts().flatMap((context) => context.pages())
      return pages.find((candidate) => candidate.url().startsWith(`chrome-extension://${chromiumId}/sidebar.html`))
    }, 'the side panel')

  it('opens beside a page that nobody allowed, with its title and the words that were marked', async () => {
    page = await mira.context.newPage()
    await page.goto(`${site.origin('notes.example')}/7`)
    await page.bringToFront()
    await page.locator('#said').click({ clickCount: 3 })
    display.press(toolbarKey)
    panel = await sidePanel()
    await panel.getByRole('heading', { name: 'Seller notes 7' }).waitFor()
    await panel.getByText(/Pay me outside and I ship tonight/).waitFor()
  })

  it('escalates at one click, with what the toolbar button captured', async () => {
    await escalateButton(panel).click()
    await standing(panel, /Saved on this device\. Sends in \d s\./)
    const { content } = await until(async () => (await hub('snapshot')).escalations[0], 'the escalation at the hub')
    expect(content).toMatchObject({ via: 'panel', missing: ['case fields'] })
    expect(content.case).toMatchObject({ access: 'page', title: 'Seller notes 7', url: page.url(), selection: expect.stringContaining('I ship tonight') })
    await standing(panel, 'Delivered to the hub')
  })

  it('asks for the site inside its own click, and stays whole when that is refused', async () => {
    const use = panel.getByRole('button', { name: 'Use Handrail on this site' })
    await answerPrompt(display, { ask: () => use.click(), answer: 'deny', happened: () => panel.getByText(/Nothing changed/).isVisible() })
    expect(await launcherLabel(page)).toBeNull()
    await answerPrompt(display, { ask: () => use.click(), answer: 'allow', happened: async () => (await use.count()) === 0 })
    await until(() => launcherLabel(page), 'the launcher on the page')
  })

  it('follows the tab in front, with the case of an enabled site', async () => {
    const ticket = await mira.context.newPage()
    await ticket.goto(`${team.company.deskUrl}/tickets/1042`)
    await ticket.bringToFront()
    display.press(toolbarKey)
    const beside = await sidePanel()
    await beside.getByRole('heading', { name: /Handbag from the Sunday auction/ }).waitFor()
    await beside.getByRole('button', { name: /Counterfeit listing/ }).waitFor()
  })
})
