// A picture as evidence, in the built extension: taken by the toolbar button, sent with the case, and read by the lead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'
import { pressToolbarButton } from '../../demo/stage/toolbar.ts'
import { axeFaults } from './axe.ts'
import { escalate, openCase, standing, step } from './panel.ts'
import { openTeam, type Team } from './team.ts'

describe('a picture of the page', () => {
  let team: Team
  let mira: Stage
  let lea: Stage
  beforeAll(async () => {
    team = await openTeam()
    ;[mira, lea] = await Promise.all([team.member('Mira', 'agent'), team.member('Lea', 'lead')])
  })
  afterAll(() => team?.stop())

  it('is taken by the toolbar button without the rail in it, travels with the case, and stands in front of the lead', async () => {
    const { page, panel } = await openCase(mira.context, team.company.deskUrl, 1042)
    await panel.getByRole('button', { name: /Counterfeit listing/ }).click()
    const save = step(panel, 'Save the listing as it stands now')
    await save.getByRole('checkbox').click()
    await panel.getByText('Take the picture first; then it can be marked as done.').waitFor()
    await save.getByRole('button', { name: 'Picture' }).click()
    await save.getByText('button in the toolbar to take the picture').waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await pressToolbarButton(mira, page)
    // What waited for the picture goes on by itself.
    await until(() => save.getByRole('checkbox').isChecked(), 'the step to be done')
    await save.getByRole('checkbox').focus()
    const image = save.getByRole('img', { name: /^Picture of / })
    await image.waitFor()
    const shape = await image.evaluate((element: HTMLImageElement) => ({
      width: element.naturalWidth,
      height: element.naturalHeight,
      type: element.src.slice(0, 16),
    }))
    const inner = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    expect(shape).toEqual({ width: inner.width - 380, height: inner.height, type: 'data:image/webp;' })
    await escalate(panel)
    await standing(panel, /Delivered|Seen/)

    const desk = await lea.open('console.html')
    await desk.getByRole('link', { name: /Mira/ }).click()
    const shown = desk.getByRole('article').getByRole('img', { name: /^Picture of / })
    await shown.waitFor()
    expect(await shown.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(shape.width)
    await desk.getByText('took').or(desk.getByText(/^Done/)).first().waitFor()
    expect(await axeFaults(desk)).toEqual([])
    await page.close()
  })
})
