// The browser's own question, answered by keyboard as a person would: refused and allowed.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { launcherLabel, until } from '../../demo/stage/rail.ts'
import { type Display, hasDisplay, startDisplay } from './display.ts'
import { type PlainSite, plainHosts, startPlainSite } from './plain-site.ts'
import { answerPrompt } from './prompt.ts'
import { openTeam, type Team } from './team.ts'

describe.runIf(hasDisplay('The permission prompt'))('the permission prompt', () => {
  let display: Display
  let site: PlainSite
  let team: Team
  let mira: Stage
  let welcome: Page
  beforeAll(async () => {
    display = await startDisplay()
    site = await startPlainSite()
    team = await openTeam()
    mira = await team.member('Mira', 'agent', { headless: false, flags: [plainHosts] })
    welcome = await mira.open('welcome.html')
  })
  afterAll(async () => {
    await team?.stop()
    await site?.stop()
    await display?.stop()
  })

  const allowOnWelcome = (origin: string) => async () => {
    await welcome.getByLabel('Another site').fill(origin)
    await welcome.getByRole('button', { name: 'Allow site' }).click()
  }

  it('changes nothing when it is refused, and says so', async () => {
    const origin = site.origin('notes.example')
    const fault = welcome.getByText(`The browser was not allowed to open ${origin}. Nothing changed.`)
    await answerPrompt(display, { ask: allowOnWelcome(origin), answer: 'deny', happened: () => fault.isVisible() })
    expect(await welcome.getByRole('button', { name: `Turn off on ${origin}` }).count()).toBe(0)
    const page = await mira.context.newPage()
    await page.goto(`${origin}/1`)
    expect(await launcherLabel(page)).toBeNull()
    await page.close()
  })

  it('brings the launcher to a tab that was open before it was allowed', async () => {
    const origin = site.origin('notes.example')
    const page = await mira.context.newPage()
    await page.goto(`${origin}/1`)
    await welcome.bringToFront()
    await answerPrompt(display, {
      ask: allowOnWelcome(origin),
      answer: 'allow',
      happened: () => welcome.getByRole('button', { name: `Turn off on ${origin}` }).isVisible(),
    })
    await page.bringToFront()
    await until(() => launcherLabel(page), 'the launcher in the open tab')
    await page.close()
  })
})
