// The ways in which an application goes from case to case without loading a page: the panel follows each by itself, and nothing asks in between.
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite } from '../../demo/people.ts'
import type { Stage } from '../../demo/stage/extension.ts'
import { launcherLabel, openRail, until } from '../../demo/stage/rail.ts'
import { type CaseSite, caseProfile, startCaseSite } from './case-site.ts'
import { openTeam, type Team } from './team.ts'

const inner = (id: string) => `<dl><dt>Seller</dt><dd>seller-${id}</dd></dl><p>Words of ${id}.</p><textarea></textarea>`
/** Swaps its container a moment after the address, as pjax does; a modal gets a parameter. */
const script = `<script>
  function go(id) {
    history.pushState(null, '', '/case/' + id)
    setTimeout(() => draw(id), 150)
  }
  function draw(id) {
    document.title = 'Case ' + id
    document.getElementById('case').innerHTML = ${JSON.stringify(inner('ID'))}.replaceAll('ID', id)
  }
  function modal(id) {
    if (id) document.body.insertAdjacentHTML('beforeend', '<div role="dialog"><b>Seller</b> <i>seller-' + id + '</i></div>')
    else document.querySelector('[role=dialog]').remove()
    history.pushState(null, '', id ? '?quickOpen=' + id : location.pathname)
  }
  addEventListener('popstate', () => draw(location.pathname.slice(6)))
</script>`

const pageOf = ({ pathname, searchParams }: URL) => {
  const id = /^\/case\/(\d+)$/.exec(pathname)?.[1]
  if (id) return { title: `Case ${id}`, html: `<div id="case">${inner(id)}</div>${script}` }
  if (pathname === '/frames')
    return { title: 'A page with frames', html: `<iframe src="/case/7"></iframe><iframe src="${searchParams.get('other')}"></iframe>` }
  return pathname === '/list' ? { title: 'List', html: '<p>Cases</p>' } : null
}

describe('the case on screen', () => {
  let site: CaseSite
  let team: Team
  let mira: Stage
  let page: Page
  let panel: Frame
  beforeAll(async () => {
    site = await startCaseSite(pageOf)
    team = await openTeam()
    const hub = await team.caller('Lars', 'lead')
    await hub('publishSite', { params: { id: 'cases' }, request: caseProfile(site.origin()) as never })
    mira = await team.member('Mira', 'agent')
    await enableSite(mira, site.origin())
    page = await mira.context.newPage()
    await page.goto(`${site.origin()}/case/1`)
    panel = await openRail(page)
  })
  afterAll(async () => {
    await team?.stop()
    await site?.stop()
  })

  const header = () => panel.getByRole('region', { name: 'This case', exact: true })
  const run = (words: string) => page.evaluate(words)
  /** Until the panel shows this case with its own seller, and no other one. */
  async function shows(id: string, seller = id) {
    await header().getByText(id, { exact: true }).first().waitFor()
    await header().getByText(`seller-${seller}`, { exact: true }).waitFor()
    expect((await header().textContent())?.match(/seller-[\w:]+/g)).toEqual([`seller-${seller}`])
  }

  it('follows pjax: a new address, and its content a moment later', async () => {
    await shows('1')
    await run(`go('2')`)
    await shows('2')
  })

  it('follows into a modal that only a parameter tells, to another one, and out of it', async () => {
    await run(`modal('did:plc:a1')`)
    await shows('did:plc:a1')
    await run(`modal(''); modal('did:plc:b2')`)
    await shows('did:plc:b2')
    await run(`modal('')`)
    await shows('2')
  })

  it('follows back and forward', async () => {
    await page.evaluate(() => history.go(-5))
    await shows('1')
    await page.evaluate(() => history.go(5))
    await shows('2')
  })

  it('is the top page’s, whatever its frames show, and no frame gets a script of ours', async () => {
    const framed = await mira.context.newPage()
    const worlds: string[] = []
    const session = await framed.context().newCDPSession(framed)
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (/handrail/i.test(context.name)) worlds.push(String((context.auxData as { frameId: string }).frameId))
    })
    await session.send('Runtime.enable')
    const { frameTree } = await session.send('Page.getFrameTree')
    const at = `${site.origin()}/frames?other=${encodeURIComponent(`${site.origin('localhost')}/case/8`)}`
    await framed.goto(at)
    const rail = await openRail(framed)
    const own = rail.getByRole('region', { name: 'This case', exact: true })
    await own.getByRole('heading', { name: 'A page with frames' }).waitFor()
    expect(await own.textContent()).not.toMatch(/seller-/)
    expect(new Set(worlds)).toEqual(new Set([frameTree.frame.id]))
    await framed.close()
  })

  it('is not looked for in an enabled site that a strange page has in a frame', async () => {
    const strange = await mira.context.newPage()
    const worlds: string[] = []
    const session = await strange.context().newCDPSession(strange)
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.name))
    await session.send('Runtime.enable')
    await strange.goto(`${site.origin('localhost')}/frames?other=${encodeURIComponent(`${site.origin()}/case/8`)}`)
    await strange.frameLocator('iframe').nth(1).getByText('seller-8').waitFor()
    // The rail on a page of the enabled site is the measure of how long it takes to come.
    const measure = await mira.context.newPage()
    await measure.goto(`${site.origin()}/case/9`)
    await until(() => launcherLabel(measure), 'the launcher on the enabled site')
    expect(await launcherLabel(strange)).toBeNull()
    expect(worlds.filter((name) => /handrail/i.test(name))).toEqual([])
    for (const frame of strange.frames()) expect(await frame.evaluate(() => document.querySelectorAll('handrail-host').length)).toBe(0)
    await measure.close()
    await strange.close()
  })

  it('that does not change says nothing to the worker, while another one that changes is heard each time', async () => {
    const still = await mira.context.newPage()
    await still.goto(`${site.origin()}/case/4`)
    await until(() => launcherLabel(still), 'the launcher')
    const live = await mira.context.newPage()
    await live.goto(`${site.origin()}/case/5`)
    await until(() => launcherLabel(live), 'the launcher')
    const worker = mira.context.serviceWorkers().at(-1)!
    await worker.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { onMessage: { addListener(hear: (said: unknown, from: { url?: string }) => void): void } } }
      }
      const record = globalThis as unknown as { heard: string[] }
      record.heard = []
      chrome.runtime.onMessage.addListener((_said, from) => void record.heard.push(from.url ?? ''))
    })
    const heardOf = (id: number) =>
      worker.evaluate((path) => (globalThis as unknown as { heard: string[] }).heard.filter((url) => url.endsWith(path)).length, `/case/${id}`)
    for (let turn = 1; turn <= 3; turn++) {
      await live.evaluate((words) => document.getElementById('case')!.append(words), ` and more words ${'again '.repeat(turn)}`)
      await until(async () => (await heardOf(5)) >= turn, `report ${turn} of the page that changes`)
    }
    expect(await heardOf(4)).toBe(0)
    await Promise.all([still.close(), live.close()])
  })
})
