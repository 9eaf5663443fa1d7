// Cases in a drawer and in a modal of a React admin: which of them is on screen, what of it is read, where a reply goes, what the hub gets.
import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite } from '../../demo/people.ts'
import type { Stage } from '../../demo/stage/extension.ts'
import { openRail, until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import { parseSite } from '../../lib/playbook/site-file.ts'
import { bar, escalate, press, undoButton } from './panel.ts'
import { startAdmin } from './react-admin/serve.ts'
import { openTeam, type Team } from './team.ts'

const profile = readFileSync(new URL('react-admin/profile.yaml', import.meta.url), 'utf8')

describe.each(['allowed', 'blocked'] as const)('a React admin with third-party storage %s', (thirdPartyStorage) => {
  let admin: Awaited<ReturnType<typeof startAdmin>>
  let team: Team
  let hub: Client
  let mira: Stage
  let page: Page
  let panel: Frame
  beforeAll(async () => {
    admin = await startAdmin()
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    const { draft } = parseSite(profile)
    await hub('publishSite', { params: { id: 'trust-admin' }, request: { ...draft!, origins: [admin.url] } })
    await hub('publishSnippet', { params: { id: 'heron' }, request: { title: 'Heron', tags: [], body: 'Please send a picture of the heron.' } as never })
    mira = await team.member('Mira', 'agent', { thirdPartyStorage })
    await enableSite(mira, admin.url)
    page = await mira.context.newPage()
    await page.goto(`${admin.url}/#/reports`)
    panel = await openRail(page)
    // Its drawers open on the right.
    await panel.getByRole('button', { name: 'Panel menu' }).click()
    await panel.getByRole('menuitemradio', { name: 'Left edge' }).click()
    await until(async () => (await (await panel.frameElement()).boundingBox())?.x === 0, 'the rail at the left edge')
  })
  afterAll(async () => {
    await team?.stop()
    await admin?.stop()
  })

  const header = () => panel.getByRole('region', { name: 'This case', exact: true })
  const dialog = () => page.getByRole('dialog')
  const escalated = async () => (await hub('snapshot')).escalations.map(({ content }) => content.case)

  /** Opens what the list names, with the mouse, and waits for what the page shows of it. */
  async function open(name: string, words: RegExp) {
    await page.getByRole('button', { name }).click()
    await dialog().getByText(words).waitFor()
  }
  async function close() {
    await dialog().getByRole('button').first().click()
    await dialog().waitFor({ state: 'hidden' })
  }
  /** The drawer is drawn for as long as it slides out, and what is drawn is read. */
  const isGone = (words: RegExp, ...there: string[]) => until(async () => !words.test(await shown(...there)), `a case without ${words}`)
  /** What the panel shows of the case by itself, once it has these words. */
  async function shown(...words: (string | RegExp)[]): Promise<string> {
    for (const one of words) await header().getByText(one, { exact: true }).first().waitFor()
    return (await header().textContent()) ?? ''
  }

  it('is known by the address of its list while nothing is open, and no hidden copy of a row is read', async () => {
    const said = await shown('Reports - Trust admin')
    expect(said).not.toMatch(/Counterfeit|Shill bidding|On watch/)
  })

  it('shows the report in the drawer with its own fields', async () => {
    await open('A bag without a serial', /replica/)
    expect(await shown('12', 'Counterfeit', 'cardcellar')).not.toContain('Shill')
  })

  it('goes from one report to the next', async () => {
    await close()
    await open('Bids from a friend', /same two people/)
    expect(await shown('13', 'Shill bidding', 'northwind')).not.toMatch(/Counterfeit|cardcellar/)
  })

  it('takes a reply in the open drawer, though the last one was written in the drawer before it', async () => {
    await close()
    await open('A bag without a serial', /replica/)
    await dialog().locator('.answer').fill('Hello')
    await close()
    await open('Bids from a friend', /same two people/)
    await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('heron')
    await panel.getByRole('option', { name: /Heron/ }).click()
    const written = () => dialog().locator('output').textContent()
    await press(panel, panel.getByRole('button', { name: 'Insert', exact: true }), async () => (await written())?.includes('heron') ?? false)
    await panel.getByRole('button', { name: 'Back', exact: true }).click()
  })

  it('is the list again once the drawer is closed, though the page keeps the drawer', async () => {
    await close()
    expect(await page.locator('[role=dialog]', { hasText: 'same two people' }).count()).toBe(1)
    await isGone(/Counterfeit|Shill bidding|northwind/, 'Reports - Trust admin')
  })

  it('shows the seller in the modal, which only the title tells, and the next one, and the list', async () => {
    await page.evaluate(() => {
      location.hash = '#/sellers'
    })
    await open('Card Cellar', /Two warnings/)
    expect(await shown('s-7', 'On watch')).not.toMatch(/Counterfeit|Shill bidding/)
    await close()
    await open('North Wind', /Nothing against/)
    expect(await shown('s-9', 'Good')).not.toContain('On watch')
    await close()
    await isGone(/s-9|Good|On watch/, 'Reports - Trust admin')
  })

  it('escalates the report that is open, not the one before it', async () => {
    await page.evaluate(() => {
      location.hash = '#/reports'
    })
    await open('A bag without a serial', /replica/)
    await close()
    await open('Bids from a friend', /same two people/)
    await shown('13')
    await escalate(panel)
    await undoButton(panel).waitFor({ state: 'hidden' })
    await bar(panel).waitFor()
    const [content] = await until(async () => ((await escalated()).length > 0 ? escalated() : null), 'the escalation at the hub')
    expect(content).toMatchObject({ siteId: 'trust-admin', caseId: '13', url: `${admin.url}/#/reports/13`, title: 'Report 13 - Trust admin' })
    expect(content!.fields.map(({ value }) => value).sort()).toEqual(['Shill bidding', 'northwind'])
  })
})
