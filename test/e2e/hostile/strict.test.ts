// The main job on pages whose policies forbid nearly everything: it works or hands over, and the page's own reports name nothing of ours.
import type { ConsoleMessage, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite } from '../../../demo/people.ts'
import type { Stage } from '../../../demo/stage/extension.ts'
import { clickLauncher, openRail, until } from '../../../demo/stage/rail.ts'
import type { Client } from '../../../hub/client.ts'
import { type CaseSite, caseProfile, startCaseSite } from '../case-site.ts'
import { escalate, openPanelTab, type Panel, press } from '../panel.ts'
import { openTeam, type Team } from '../team.ts'

const nothing =
  "default-src 'none'; frame-src 'none'; child-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; report-uri /reports"
const trusted = "require-trusted-types-for 'script'; trusted-types 'none'"
const isolated = {
  'cross-origin-embedder-policy': 'require-corp; report-to="all"',
  'cross-origin-opener-policy': 'same-origin',
  'reporting-endpoints': 'all="/reports"',
}

interface Lane {
  name: string
  id: string
  headers: Record<string, string>
  isFramed: boolean
}
const lanes: Lane[] = [
  { name: 'no source of anything', id: '21', headers: { 'content-security-policy': nothing }, isFramed: true },
  {
    name: 'trusted types only, of which there are none, and all of it reported as well',
    id: '22',
    headers: { 'content-security-policy': `${nothing}; ${trusted}`, 'content-security-policy-report-only': `${nothing}; style-src 'none'; ${trusted}` },
    isFramed: true,
  },
  { name: 'isolation from all that does not agree to it', id: '23', headers: isolated, isFramed: false },
  { name: 'a sandbox', id: '24', headers: { 'content-security-policy': `sandbox allow-scripts; ${nothing}` }, isFramed: false },
]

describe('on a page that allows', () => {
  let site: CaseSite
  let team: Team
  let mira: Stage
  let hub: Client
  beforeAll(async () => {
    site = await startCaseSite(({ pathname }) => {
      const lane = lanes.find(({ id }) => pathname === `/case/${id}`)
      if (!lane) return null
      const html = `<div id="case"><p><b>Seller</b> <i>seller-${lane.id}</i></p></div><div contenteditable="true" id="reply"></div><textarea></textarea>`
      return { title: `Case ${lane.id}`, headers: lane.headers, html }
    })
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    const profile = caseProfile(site.origin())
    const pages = profile.pages.map((page) => ({ ...page, reply: ['#reply'] }))
    await hub('publishSite', { params: { id: 'cases' }, request: { ...profile, pages } as never })
    await hub('publishSnippet', { params: { id: 'heron' }, request: { title: 'Heron', tags: [], body: 'Please send a picture of the **heron**.' } as never })
    mira = await team.member('Mira', 'agent')
    await enableSite(mira, site.origin())
  })
  afterAll(async () => {
    await team?.stop()
    await site?.stop()
  })

  /** All that page, console and browser complain of. */
  async function listened(page: Page): Promise<() => Promise<string[]>> {
    const faults: string[] = []
    page.on('console', (message: ConsoleMessage) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.addInitScript(() => {
      const record = globalThis as unknown as { faults: string[] }
      record.faults = []
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => record.faults.push(`${violatedDirective} ${blockedURI}`), true)
      new ReportingObserver((reports) => record.faults.push(...reports.map((report) => JSON.stringify(report))), { buffered: true }).observe()
    })
    return async () => [...faults, ...(await page.evaluate(() => (globalThis as unknown as { faults: string[] }).faults)), ...site.posted]
  }

  /** The browser's own side panels that show our page; the one of a window stays when its tab goes, unless it is closed. */
  async function sidePanels(areClosed = false): Promise<string[]> {
    const session = await mira.context.browser()!.newBrowserCDPSession()
    const { targetInfos } = await session.send('Target.getTargets')
    const found = targetInfos.filter(({ type, url }) => type !== 'iframe' && url.endsWith('/sidebar.html')).map(({ targetId }) => targetId)
    if (areClosed) for (const targetId of found) await session.send('Target.closeTarget', { targetId })
    await session.detach()
    return found
  }

  it.each(lanes)('$name', async ({ id, isFramed }) => {
    const page = await mira.context.newPage()
    const faults = await listened(page)
    await page.goto(`${site.origin()}/case/${id}`)
    let panel: Panel
    if (isFramed) panel = await openRail(page)
    else {
      await clickLauncher(page)
      await until(async () => (await sidePanels()).length === 1, 'the side panel')
      expect(page.frames()).toHaveLength(1)
      panel = await openPanelTab(mira, page)
    }
    await panel.getByRole('region', { name: 'This case', exact: true }).getByText(`seller-${id}`, { exact: true }).waitFor()
    const search = panel.getByRole('combobox', { name: 'Search playbooks and snippets' })
    await search.fill('counterfeit listing')
    await panel
      .getByRole('option', { name: /Counterfeit listing/ })
      .first()
      .click()
    await panel.getByText(/Version 1\. 0 of \d+ done/).waitFor()
    await search.fill('heron')
    await panel.getByRole('option', { name: /Heron/ }).click()
    const reply = () => page.evaluate(() => document.getElementById('reply')!.innerHTML)
    await press(panel, panel.getByRole('button', { name: 'Insert', exact: true }), async () => (await reply()).includes('heron'))
    expect(await reply()).toMatch(/<(b|strong)[^>]*>heron/)
    await panel.getByRole('button', { name: 'Back', exact: true }).click()
    await escalate(panel)
    const found = await until(async () => (await hub('snapshot')).escalations.find(({ content }) => content.case.caseId === id), 'the escalation at the hub')
    expect(found.content.case).toMatchObject({ siteId: 'cases', url: `${site.origin()}/case/${id}` })
    expect(await faults()).toEqual([])
    if (!isFramed) {
      await (panel as Page).close()
      await until(async () => (await sidePanels(true)).length === 0, 'the side panel to go')
    }
    await page.close()
  })
})
