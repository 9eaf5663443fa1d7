// A run and a draft belong to the case, not to the tab: whatever is closed or dies, the case stands where it was.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killWorker, type Stage } from '../../demo/stage/extension.ts'
import { clickLauncher, railFrame, until } from '../../demo/stage/rail.ts'
import { photograph } from '../../demo/stage/toolbar.ts'
import type { Client } from '../../hub/client.ts'
import { openCase, type Panel, step } from './panel.ts'
import { openTeam, type Team } from './team.ts'

const said = 'Waiting for the photos of the serial.'

describe('a run and a draft', () => {
  let team: Team
  let mira: Stage
  let page: Page
  let panel: Panel
  let hub: Client
  beforeAll(async () => {
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    mira = await team.member('Mira', 'agent')
    const opened = await openCase(mira.context, team.company.deskUrl, 1042)
    page = opened.page
    panel = opened.panel
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    await photograph(mira, page, panel, /Save the listing as it stands now/)
    const row = step(panel, /Note the stream and the minute/).last()
    await row.getByRole('button', { name: /^More for step/ }).click()
    await panel.getByRole('menuitem', { name: 'Skip…' }).click()
    await panel.getByRole('textbox', { name: /^Why / }).fill('Never shown')
    await row.getByRole('button', { name: 'Save' }).click()
    await panel.getByText(/Version 1\. 1 of \d+ done, 1 skipped/).waitFor()
    await panel.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await panel.getByRole('textbox', { name: 'Note', exact: true }).fill(said)
    await panel.getByRole('status').getByText('Saved', { exact: true }).waitFor()
    await until(async () => (await hub('session')).member, 'the hub')
  })
  afterAll(() => team?.stop())

  async function standsWhereItWas(where: Panel) {
    await where.getByText(/Version 1\. 1 of \d+ done, 1 skipped/).waitFor()
    expect(await where.getByRole('checkbox', { name: /Save the listing as it stands now/ }).isChecked()).toBe(true)
    await where.getByText('Skipped: Never shown').waitFor()
    await where.getByText('with your note').waitFor()
    await where.getByRole('button', { name: 'Add note, severity, queue' }).click()
    expect(await where.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe(said)
  }
  const reopen = async (context = mira.context) => {
    const opened = await openCase(context, team.company.deskUrl, 1042)
    page = opened.page
    panel = opened.panel
  }

  it('survive that the panel is closed', async () => {
    await clickLauncher(page)
    await until(async () => !page.frames().some((frame) => frame.url().includes('/sidebar.html')), 'the closed rail')
    await clickLauncher(page)
    panel = await railFrame(page)
    await standsWhereItWas(panel)
  })

  it('survive that the tab is closed', async () => {
    await page.close()
    await reopen()
    await standsWhereItWas(panel)
  })

  it('survive that the worker is killed', async () => {
    await killWorker(mira)
    await page.reload()
    await until(async () => page.frames().every((frame) => !frame.url().includes('/sidebar.html')), 'the page without its rail')
    await clickLauncher(page)
    panel = await railFrame(page)
    await standsWhereItWas(panel)
  })

  it('are there in another tab with the same case', async () => {
    const other = await openCase(mira.context, team.company.deskUrl, 1042)
    await standsWhereItWas(other.panel)
    await other.page.close()
  })

  it('survive that the browser is closed and started again, on the version they were started with', async () => {
    const { versions } = await hub('playbookVersions', { params: { id: 'counterfeit-listing' } })
    const first = versions.find(({ version }) => version === 1)
    const markdown = `${first?.markdown.trimEnd()}\n- [=] Listing paused until the seller answers\n`
    // Publishing the same text twice makes no third version, so this claim may be tried again.
    const base = versions[0]?.version ?? 1
    await hub('publishPlaybook', { params: { id: 'counterfeit-listing' }, request: { markdown, note: 'A pause is an outcome now.', base } })
    mira = await team.restart(mira)
    await reopen(mira.context)
    await standsWhereItWas(panel)
    await panel.getByText('Version 2 is out. This run stays on version 1.').waitFor()
  })
})
