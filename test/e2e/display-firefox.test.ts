// Firefox with its own build: the pages draw, the background answers, a person joins and what is saved reaches the hub.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../../demo/stage/rail.ts'
import type { StatusView } from '../../lib/schema/views.ts'
import { type Firefox, type FirefoxPage, startFirefox, whyNoFirefox } from './firefox.ts'
import { openTeam, type Team } from './team.ts'

const missing = whyNoFirefox()
if (missing) process.stderr.write(`Firefox: not run. ${missing}\n`)

describe.runIf(missing === null)('the Firefox build', () => {
  let firefox: Firefox
  let team: Team
  let welcome: FirefoxPage
  beforeAll(async () => {
    team = await openTeam()
    firefox = await startFirefox()
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

  it('joins a team through the form and stays connected', async () => {
    await welcome.evaluate(`document.querySelectorAll('form label').forEach((label, at) => { label.control.dataset.at = label.textContent.trim() })`)
    await welcome.type('[data-at^="Hub address"]', team.company.hub.url)
    await welcome.type('[data-at^="Invite code"]', await team.company.invite('agent'))
    await welcome.type('[data-at^="Your name"]', 'Mira')
    await welcome.click('form button[type=submit]')
    await until(async () => /You are in/.test(await words(welcome)), 'the welcome')
    await until(async () => (await status(welcome)).hub === 'connected', 'the live connection')
  })

  it('shows the panel with the team’s playbooks one search away', async () => {
    const panel = await firefox.open('sidebar.html')
    await until(() => panel.evaluate<boolean>(`document.querySelector('[data-search]') !== null`), 'the search box')
    await panel.type('[data-search]', 'counterfiet')
    await until(async () => /Counterfeit listing/.test(await words(panel)), 'the playbook in spite of the spelling')
  })
})
