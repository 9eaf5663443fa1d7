// No hub, no team, a revoked device: an escalation waits, says so, and leaves in the end, exactly once.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import { escalateButton, openPanelTab, standing, undoButton } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('an escalation', () => {
  let team: Team
  let hub: Client
  beforeAll(async () => {
    team = await openTeam()
    hub = await team.caller('Ada', 'admin')
  })
  afterAll(() => team?.stop())

  const arrived = async (note: string) => (await hub('snapshot')).escalations.filter(({ content }) => content.note === note)
  const reach = (note: string) => until(async () => (await arrived(note)).length > 0, `the escalation “${note}” at the hub`, 90_000)

  async function openPanel(stage: Stage, ticket: number): Promise<Page> {
    const page = await stage.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/${ticket}`)
    return openPanelTab(stage, page)
  }
  /** The welcome page that the panel brings to the front: the one from the installation, or a new tab. */
  const welcomeIn = (stage: Stage) => until(async () => stage.context.pages().find((page) => page.url().includes('/welcome.html')), 'the welcome page')
  async function escalate(panel: Page, note: string) {
    await panel.getByRole('button', { name: 'Add note, severity, queue' }).click()
    await panel.getByRole('textbox', { name: 'Note', exact: true }).fill(note)
    await escalateButton(panel).click()
  }

  it('waits while the hub is away, says so, and goes out by itself, once', async () => {
    const panel = await openPanel(await team.member('Mira', 'agent'), 1043)
    await team.company.pause()
    await escalate(panel, 'The hub is away')
    await panel.getByText('The hub cannot be reached.', { exact: true }).waitFor()
    await standing(panel, /^Saved on this device\. (?!Sends)/)
    await panel.getByText('One item is saved on this device and will go out by itself.').waitFor()
    await team.company.resume()
    await reach('The hub is away')
    await standing(panel, /Delivered to the hub/)
    await panel.getByText('Connected', { exact: true }).waitFor()
    expect(await arrived('The hub is away')).toHaveLength(1)
  })

  describe('on a device that the team signed out', () => {
    let noa: Stage
    let panel: Page
    let memberId: string
    beforeAll(async () => {
      noa = await team.member('Noa', 'agent')
      panel = await openPanel(noa, 1044)
      const device = (await hub('members')).devices.find(({ member }) => member.name === 'Noa')
      memberId = device?.member.id ?? ''
      await hub('revoke', { params: { id: device?.id ?? '' } })
      await panel.getByText('The team signed this device out.').waitFor()
    })

    it('is kept, and the panel says how to come back', async () => {
      await escalate(panel, 'Signed out')
      await undoButton(panel).waitFor()
      await standing(panel, /^Saved on this device\. (?!Sends)/)
      await panel.getByText(/One item is saved on this device and will wait/).waitFor()
      await panel.getByRole('button', { name: 'Join again' }).waitFor()
      expect(await arrived('Signed out')).toEqual([])
    })

    it('can be handed over by hand: the export and the copy carry the case', async () => {
      const download = panel.waitForEvent('download')
      await panel.getByRole('button', { name: 'Export unsent' }).click()
      const exported = await readFile(await (await download).path(), 'utf8')
      await noa.context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await panel.getByRole('button', { name: 'Copy for the lead' }).click()
      await panel.getByText('One unsent item is on the clipboard.').waitFor()
      const copied = await panel.evaluate(() => navigator.clipboard.readText())
      for (const text of [exported, copied]) {
        expect(text).toContain('Signed out')
        expect(text).toContain('LM-611950')
        expect(text).toContain(`${team.company.deskUrl}/tickets/1044`)
      }
    })

    it('goes out once, under the same member, after joining with an invite for a new device', async () => {
      const { code } = await hub('invite', { request: { role: 'agent', memberId } })
      await panel.getByRole('button', { name: 'Join again' }).click()
      const welcome = await welcomeIn(noa)
      await welcome.getByLabel('Invite code').fill(code)
      await welcome.getByRole('button', { name: 'Join team' }).click()
      await welcome.getByRole('heading', { name: 'You are in' }).waitFor()
      await reach('Signed out')
      await standing(panel, /Delivered to the hub/)
      const [one, ...more] = await arrived('Signed out')
      expect(one?.by).toEqual({ id: memberId, name: 'Noa' })
      expect(more).toEqual([])
    })
  })

  it('before joining any team leads to Join team, loses nothing, and goes out afterwards', async () => {
    const visitor = await team.visitor()
    const panel = await openPanel(visitor, 1045)
    await escalate(panel, 'Nobody to send it to')
    await panel.getByText('There is nobody to send this to. What you typed is kept').waitFor()
    await panel.getByRole('button', { name: 'Join team' }).last().click()
    const welcome = await welcomeIn(visitor)
    await welcome.getByLabel('Hub address').fill(team.company.hub.url)
    await welcome.getByLabel('Invite code').fill(await team.company.invite('agent'))
    await welcome.getByLabel('Your name').fill('Ola')
    await welcome.getByRole('button', { name: 'Join team' }).click()
    await welcome.getByRole('heading', { name: 'You are in' }).waitFor()
    await panel.reload()
    await panel.getByText('with your note').waitFor()
    await escalateButton(panel).click()
    await standing(panel, /Delivered to the hub/)
    expect(await arrived('Nobody to send it to')).toHaveLength(1)
  })
})
