// Firefox with its own build: the pages draw, the background answers, a person joins; its question, its keys and its menu do what they do elsewhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import type { SiteState } from '../../lib/schema/settings.ts'
import type { StatusView } from '../../lib/schema/views.ts'
import { type Firefox, startFirefox, whyNoFirefox } from './firefox.ts'
import type { FirefoxPage } from './firefox-page.ts'
import { openTeam, type Team } from './team.ts'

const missing = whyNoFirefox()
if (missing) process.stderr.write(`Firefox: not run. ${missing}\n`)

const policySite = 'https://desk.example.com'

describe.runIf(missing === null)('the Firefox build', () => {
  let firefox: Firefox
  let team: Team
  let welcome: FirefoxPage
  beforeAll(async () => {
    team = await openTeam()
    firefox = await startFirefox({ policy: { hubUrl: team.company.hub.url, sites: [policySite] } })
    welcome = await firefox.open('welcome.html')
  })
  afterAll(async () => {
    await firefox?.stop()
    await team?.stop()
  })

  const words = (page: FirefoxPage) => page.evaluate<string>('document.body.innerText')
  const status = (page: FirefoxPage) =>
    page.evaluate<{ ok: boolean; value: StatusView }>(`browser.runtime.sendMessage({ name: 'status.get', request: {} })`).then(({ value }) => value)

  it('draws the welcome page', async () => {
    await until(async () => /Join team/.test(await words(welcome)), 'the form to join')
    expect(await welcome.evaluate('document.title')).toMatch(/Handrail/)
  })

  it('answers from its background', async () => {
    expect(await status(welcome)).toMatchObject({ hub: 'none', queued: 0, database: 'ok' })
  })

  it('fills in the hub’s address that the organisation set', async () => {
    const field = `[...document.querySelectorAll('label')].find((label) => label.textContent.startsWith('Hub address'))?.control?.value`
    await until(async () => (await welcome.evaluate(field)) === team.company.hub.url, 'the address from policy')
  })

  it('joins a team through the form and stays connected', async () => {
    await welcome.evaluate(`document.querySelectorAll('form label').forEach((label, at) => { label.control.dataset.at = label.textContent.trim() })`)
    await welcome.type('[data-at^="Invite code"]', await team.company.invite('agent'))
    await welcome.type('[data-at^="Your name"]', 'Mira')
    await welcome.click('form button[type=submit]')
    await until(async () => /You are in/.test(await words(welcome)), 'the welcome')
    await until(async () => (await status(welcome)).hub === 'connected', 'the live connection')
  })

  it('offers the site that the organisation set, and leaves the permission to the person', async () => {
    await until(async () => (await words(welcome)).includes(policySite), 'the site from policy')
    const { value } = await welcome.evaluate<{ value: SiteState[] }>(`browser.runtime.sendMessage({ name: 'site.list', request: {} })`)
    expect(value).toContainEqual(expect.objectContaining({ origin: policySite, enabled: true, granted: false }))
  })

  it('shows the panel with the team’s playbooks one search away', async () => {
    const panel = await firefox.open('sidebar.html')
    await until(() => panel.evaluate<boolean>(`document.querySelector('[data-search]') !== null`), 'the search box')
    await panel.type('[data-search]', 'counterfiet')
    await until(async () => /Counterfeit listing/.test(await words(panel)), 'the playbook in spite of the spelling')
  })

  describe('on a page that was never allowed', () => {
    let page: FirefoxPage
    let hub: Client
    const cases = async () => (await hub('snapshot')).escalations.map(({ content }) => content.case.title).toSorted()
    const openTicket = async (id: number) => {
      page = await firefox.open(`${team.company.deskUrl}/tickets/${id}`)
    }
    beforeAll(async () => {
      hub = await team.caller('Lars', 'lead')
    })

    it('takes a no to the browser’s question for a no', async () => {
      await welcome.toFront()
      await welcome.fill('textbox', 'Another site', team.company.deskUrl)
      await welcome.press('button', 'Allow site')
      await firefox.window.answerPrompt('Deny')
      await welcome.sees(/was not allowed/)
      const { value } = await welcome.evaluate<{ value: SiteState[] }>(`browser.runtime.sendMessage({ name: 'site.list', request: {} })`)
      expect(value).not.toContainEqual(expect.objectContaining({ origin: team.company.deskUrl, enabled: true }))
    })

    it('opens the sidebar with the page read by Alt+Shift+J', async () => {
      await openTicket(1043)
      await firefox.window.pressKey('J')
      const panel = await firefox.window.sidebar()
      await panel.sees(/Same two accounts/)
    })

    it('hides and shows the sidebar by Alt+Shift+K', async () => {
      await firefox.window.pressKey('K')
      await until(async () => !(await firefox.window.isSidebarOpen()), 'no sidebar')
      await firefox.window.pressKey('K')
      await (await firefox.window.sidebar()).sees(/Same two accounts/)
    })

    it('opens the sidebar from the menu of a panel in a tab', async () => {
      await firefox.window.pressKey('K')
      await until(async () => !(await firefox.window.isSidebarOpen()), 'no sidebar')
      const tab = await firefox.open('sidebar.html?tab=1')
      await tab.press('button', 'Panel menu')
      await tab.press('menuitem', /^Open in the side panel/)
      await (await firefox.window.sidebar()).sees(/Escalate/)
      await tab.close()
      await page.toFront()
    })

    it('escalates by Alt+Shift+U, and by the item of the context menu', async () => {
      await firefox.window.pressKey('U')
      await until(async () => (await cases()).length === 1, 'the escalation by the key')
      await openTicket(1045)
      await firefox.window.chooseFromMenu(page, { x: 300, y: 80 }, 'Escalate to the lead')
      await until(async () => (await cases()).length === 2, 'the escalation from the menu')
      expect(await cases()).toEqual([expect.stringContaining('Same two accounts'), expect.stringContaining('Host asked me to pay')])
    })
  })
})
