// An application changes its pages: a profile that no longer fits gives no wrong case, and the lead reads of it, and of its mending.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite } from '../../demo/people.ts'
import type { Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'
import { type CaseSite, startCaseSite } from './case-site.ts'
import { openTeam, type Team } from './team.ts'

/** From the thirteenth case on the number stands under another name; the twentieth has it again. */
const isBroken = (id: number) => id > 12 && id < 20
const profile = (origin: string) => ({
  name: 'Changing desk',
  origins: [origin],
  verified: null,
  pages: [{ name: 'Ticket', path: '/ticket/*', caseId: [{ from: 'selector', selector: '#number' }], fields: [], reply: [] }],
})

describe('an application that changes its pages', () => {
  let site: CaseSite
  let team: Team
  let mira: Stage
  let page: Page
  let sites: Page
  beforeAll(async () => {
    site = await startCaseSite(({ pathname }) => {
      const id = Number(/^\/ticket\/(\d+)$/.exec(pathname)?.[1])
      return id ? { title: `Ticket ${id}`, html: `<p id="related">7</p><p id="${isBroken(id) ? 'ticket-number' : 'number'}">${id}</p>` } : null
    })
    team = await openTeam()
    const hub = await team.caller('Lars', 'lead')
    await hub('publishSite', { params: { id: 'changing' }, request: profile(site.origin()) as never })
    const lea = await team.member('Lea', 'lead')
    sites = await lea.open('console.html#/sites')
    mira = await team.member('Mira', 'agent')
    await enableSite(mira, site.origin())
    page = await mira.context.newPage()
    await mira.context
      .serviceWorkers()
      .at(-1)!
      .evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { onMessage: { addListener(hear: (said: { name: string }, from: { url?: string }) => void): void } } }
        }
        const record = globalThis as unknown as { heard: string[] }
        record.heard = []
        chrome.runtime.onMessage.addListener(({ name }, { url }) => void record.heard.push(`${name} ${url}`))
      })
  })
  afterAll(async () => {
    await team?.stop()
    await site?.stop()
  })

  /** Looks at a case until the worker has heard what stands on it. */
  async function look(id: number) {
    const url = `${site.origin()}/ticket/${id}`
    await page.goto(url)
    const worker = mira.context.serviceWorkers().at(-1)!
    await until(
      () => worker.evaluate((said) => (globalThis as unknown as { heard: string[] }).heard.includes(said), `page.report ${url}`),
      `what case ${id} says`,
    )
  }
  const caseHere = async () => {
    const own = await mira.open('sidebar.html')
    const seen = await own.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(asked: object): Promise<{ id: number; url?: string }[]> }
          runtime: { sendMessage(said: object): Promise<{ value: { context: object } }> }
        }
      }
      const tabId = (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id
      return (await chrome.runtime.sendMessage({ name: 'case.get', request: { tabId } })).value.context
    }, page.url())
    await own.close()
    return seen
  }

  it('is known by its ids while the profile fits', async () => {
    for (let id = 1; id <= 12; id++) await look(id)
    expect(await caseHere()).toMatchObject({ caseId: '12', key: 'changing:12' })
    expect(await sites.getByText(/not read since/).count()).toBe(0)
  })

  it('is known by its address once the profile does not fit, and the lead reads since when', async () => {
    for (let id = 13; id <= 18; id++) await look(id)
    expect(await caseHere()).toMatchObject({ caseId: null, key: `${site.origin()}/ticket/18`, title: 'Ticket 18' })
    await sites
      .getByText(/not read since .*\d:\d\d/)
      .first()
      .waitFor()
    await sites.getByText(/Its cases are known by their address only/).waitFor()
  })

  it('has its ids again once they are back, and the lead’s screen is clear', async () => {
    await look(20)
    expect(await caseHere()).toMatchObject({ caseId: '20', key: 'changing:20' })
    await sites
      .getByText(/not read since/)
      .first()
      .waitFor({ state: 'detached' })
  })
})
