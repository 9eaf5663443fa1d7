// Two agents on one case, and two leads on one escalation: nobody works against another without knowing.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escalate, openCase, type Panel, standing } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('colleagues', () => {
  let team: Team
  let mira: Panel
  let noa: Panel
  const desks: Page[] = []
  beforeAll(async () => {
    team = await openTeam()
    const [first, second] = await Promise.all([team.member('Mira', 'agent'), team.member('Noa', 'agent')])
    mira = (await openCase(first.context, team.company.deskUrl, 1042)).panel
    noa = (await openCase(second.context, team.company.deskUrl, 1042)).panel
    for (const stage of await Promise.all([team.member('Lea', 'lead'), team.member('Lars', 'lead')])) desks.push(await stage.open('console.html'))
  })
  afterAll(() => team?.stop())

  it('see each other when both escalate one case', async () => {
    await escalate(mira)
    await noa.getByText(/Mira escalated this case/).waitFor()
    await escalate(noa)
    await mira.getByText(/Noa escalated this case/).waitFor()
    await standing(mira, /Delivered to the hub/)
    expect(await mira.getByText(/Mira escalated this case/).count()).toBe(0)
  })

  it('learn who was first when two leads take one escalation at the same moment', async () => {
    const buttons = await Promise.all(
      desks.map(async (desk) => {
        await desk.getByRole('link', { name: /Mira/ }).click()
        return desk.getByRole('button', { name: 'Take', exact: true }).elementHandle()
      }),
    )
    // At one instant that both browsers know beforehand: who is told a moment later has heard of the other, and has no button any more.
    const at = Date.now() + 1000
    await Promise.all(
      buttons.map((button) =>
        button?.evaluate((element, instant) => new Promise<void>((done) => setTimeout(() => done((element as HTMLElement).click()), instant - Date.now())), at),
      ),
    )
    const second = await Promise.any(
      desks.map(async (desk) => {
        await desk.getByText('Someone was first').waitFor()
        return desk
      }),
    )
    await second.getByText(/(Lea|Lars) took this escalation first\. Nothing was changed; talk to them, or take it over\./).waitFor()
    await second.getByRole('button', { name: 'Take over' }).waitFor()
    await desks
      .find((desk) => desk !== second)
      ?.getByText('You have it.')
      .waitFor()
    await standing(mira, /Taken by (Lea|Lars)\./)
  })
})
