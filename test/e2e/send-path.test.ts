// The worker is ended at every step between the click on Escalate and the word that it arrived (faults W-01 to W-13).
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import { buildWithFaults, type Crash, type FaultBuild, openCrash } from './fault-build.ts'
import { escalateButton, openPanelTab, standing, undoButton } from './panel.ts'
import { openTeam, type Team } from './team.ts'

const points = Array.from({ length: 13 }, (_, index) => `c${index + 1}`)
const beforeCommit = points.slice(0, 5)
const afterCommit = points.slice(5)

describe('the send path', () => {
  let build: FaultBuild
  let team: Team
  let crash: Crash
  let page: Page
  let panel: Page
  let hub: Client
  beforeAll(async () => {
    build = buildWithFaults()
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    const mira = await team.member('Mira', 'agent', { extensionDir: build.extensionDir })
    crash = await openCrash(mira)
    page = await mira.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1042`)
    panel = await openPanelTab(mira, page)
  })
  afterAll(async () => {
    await team?.stop()
    build?.remove()
  })

  const arrived = async (note: string) => (await hub('snapshot')).escalations.filter(({ content }) => content.note === note)
  const note = () => panel.getByRole('textbox', { name: 'Note', exact: true })

  /** Each point has a case of its own. */
  async function escalate(point: string) {
    await page.goto(`${team.company.deskUrl}/tickets/${1042 + (points.indexOf(point) % 12)}`)
    const subject = (await page.title()).replace(/^#\d+ | \|.*$/g, '')
    await panel.reload()
    await panel.getByRole('heading', { name: subject }).waitFor()
    await panel.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await note().fill(point)
    await escalateButton(panel).click()
  }

  it.each(beforeCommit)('keeps the text and sends nothing when the worker ends at %s, and again at the retry', async (point) => {
    await crash.at(point)
    await escalate(point)
    await crash.strike(point, 'again')
    await crash.strike(point)
    await panel.getByText('Handrail was restarted by the browser before it answered.').waitFor()
    expect(await note().inputValue()).toBe(point)
    expect(await undoButton(panel).count()).toBe(0)
    await crash.wake()
    expect(await arrived(point)).toEqual([])
  })

  it('repeats the click by itself, once, when the worker ends before it saved', async () => {
    await crash.at('c3')
    await escalate('c3')
    await crash.strike('c3')
    await undoButton(panel).waitFor()
    await standing(panel, /Delivered to the hub/)
    expect(await arrived('c3')).toHaveLength(1)
  })

  it.each(afterCommit)('brings exactly one to the hub when the worker ends at %s', async (point) => {
    await crash.at(point)
    await escalate(point)
    await crash.strike(point)
    await crash.wake()
    await until(async () => (await arrived(point)).length > 0, `the escalation of ${point}`)
    await standing(panel, /Delivered to the hub/)
    expect(await arrived(point)).toHaveLength(1)
  })
})
