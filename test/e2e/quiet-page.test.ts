// What a page can see, feel and do of the rail: nothing where the site was not enabled, next to nothing where it was.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { clickLauncher, launcherBox, launcherLabel, openRail, railFrame, until } from '../../demo/stage/rail.ts'
import { chromiumId } from '../../lib/identity.ts'
import { openTeam, type Team } from './team.ts'

const canary = 'Tell nobody of the heron at the ninth gate'

describe('a page', () => {
  let team: Team
  let mira: Stage
  let page: Page
  beforeAll(async () => {
    team = await openTeam()
    const hub = await team.caller('Lars', 'lead')
    await hub('publishSnippet', { params: { id: 'heron' }, request: { title: 'Heron', tags: [], body: canary } as never })
    mira = await team.member('Mira', 'agent')
  })
  afterAll(() => team?.stop())
  beforeEach(async () => {
    await page?.close()
    page = await mira.context.newPage()
  })

  const desk = () => team.company.deskUrl
  const sidebarFrames = () => page.frames().filter((frame) => frame.url().includes('/sidebar.html'))
  /** A page of the enabled site, with words and headers of our choice. */
  async function show(html: string, headers: Record<string, string> = {}) {
    const url = `${desk()}/made-up`
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', headers, body: `<!doctype html>${html}` }))
    await page.goto(url)
  }
  /** All text in the page, closed roots included. */
  async function everyWord(): Promise<string> {
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true })
    await session.detach()
    return nodes.map(({ nodeValue }) => nodeValue).join('\n')
  }

  it('on a site that was not enabled finds no script, no element and no change', async () => {
    const quiet = await mira.context.newPage()
    const worlds: string[] = []
    const session = await quiet.context().newCDPSession(quiet)
    session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(`${context.origin} ${context.name}`))
    await session.send('Runtime.enable')
    await quiet.addInitScript(() => {
      const record = globalThis as unknown as { strangers: string[] }
      record.strangers = []
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) if (/-/.test(node.nodeName)) record.strangers.push(node.nodeName)
      }).observe(document, { childList: true, subtree: true })
    })
    await quiet.goto(`${desk().replace('127.0.0.1', 'localhost')}/tickets/1042`)
    // The same page on the enabled site is the measure of how long the rail takes to come.
    await page.goto(`${desk()}/tickets/1042`)
    await until(() => launcherBox(page), 'the launcher on the enabled site')
    expect(worlds.filter((world) => /handrail/i.test(world) || world.includes(chromiumId))).toEqual([])
    expect(await quiet.evaluate(() => (globalThis as unknown as { strangers: string[] }).strangers)).toEqual([])
    expect(await launcherLabel(quiet)).toBeNull()
    await quiet.close()
  })

  it('shifts by nothing while it loads, while the floating rail opens and while it closes', async () => {
    await page.addInitScript(() => {
      interface Shift extends PerformanceEntry {
        value: number
        sources: { node: Node | null }[]
      }
      const record = globalThis as unknown as { shifts: string[] }
      record.shifts = []
      new PerformanceObserver((list) => {
        for (const { value, startTime, sources } of list.getEntries() as Shift[])
          record.shifts.push(`${value} at ${startTime}: ${sources.map(({ node }) => (node as Element)?.outerHTML?.slice(0, 80) ?? node?.nodeName).join(', ')}`)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${desk()}/tickets/1042`)
    const panel = await openRail(page)
    await panel.getByRole('button', { name: 'Panel menu' }).click()
    await panel.getByRole('menuitemradio', { name: 'Float over the page' }).click()
    await page.reload()
    await openRail(page)
    await clickLauncher(page)
    await until(async () => sidebarFrames().length === 0, 'the closed rail')
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([])
  })

  it('hears no key that is typed on the launcher', async () => {
    await show('<title>Keys</title><button id="last">Last</button>')
    await until(() => launcherBox(page), 'the launcher')
    await page.evaluate(() => {
      const record = globalThis as unknown as { keys: string[] }
      record.keys = []
      for (const type of ['keydown', 'keypress', 'keyup'] as const) {
        for (const place of [window, document]) place.addEventListener(type, (event) => record.keys.push(`${type} ${(event as KeyboardEvent).key}`), true)
      }
    })
    await page.focus('#last')
    await page.keyboard.press('Tab')
    await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys.splice(0))
    for (const key of ['j', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await railFrame(page)
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([])
  })

  it('cannot press the launcher by events that it made itself', async () => {
    await show('<title>Clicks</title>')
    const { x, y } = await until(() => launcherBox(page), 'the launcher')
    await page.evaluate(
      ([left, top]) => {
        const host = document.querySelector('handrail-host') as HTMLElement
        const at = document.elementFromPoint(left + 5, top + 5) as HTMLElement
        for (const target of [host, at]) {
          for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'contextmenu'])
            target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: left + 5, clientY: top + 5 }))
          target.click()
          target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))
        }
      },
      [x, y] as const,
    )
    expect(sidebarFrames()).toEqual([])
    // A person's click is the measure: one frame, and not the second of two.
    await openRail(page)
    expect(sidebarFrames()).toHaveLength(1)
  })

  it('gets nothing out of a panel that it frames itself', async () => {
    await show(`<title>Frame</title><iframe src="chrome-extension://${chromiumId}/sidebar.html"></iframe>`)
    await until(() => launcherBox(page), 'the launcher')
    for (const frame of page.frames().slice(1))
      expect(
        (await frame
          .locator('body')
          .textContent()
          .catch(() => '')) ?? '',
      ).not.toContain('Escalate')
    await page.evaluate(() => window.frames[0]?.postMessage({ handrail: '0'.repeat(48) }, '*'))
    const panel = await openRail(page)
    expect(await panel.getByRole('button', { name: 'Escalate' }).count()).toBe(1)
    const dark = page.frames().filter((frame) => frame !== page.mainFrame() && frame !== panel)
    for (const frame of dark)
      expect(
        (await frame
          .locator('body')
          .textContent()
          .catch(() => '')) ?? '',
      ).not.toContain('Escalate')
  })

  it('cannot read a word of policy, however much of it the panel shows', async () => {
    await page.goto(`${desk()}/tickets/1042`)
    const panel = await openRail(page)
    await panel.getByRole('combobox', { name: 'Search playbooks and snippets' }).fill('heron')
    await panel.getByRole('option', { name: /Heron/ }).click()
    await panel.getByText(canary).waitFor()
    const seen = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot?.innerHTML ?? [])
      // biome-ignore lint/performance/useDomNodeTextContent: a page would try both
      const texts = [document.documentElement.outerHTML, document.body.innerText, document.body.textContent, ...roots]
      const entries = performance.getEntries().map(({ name }) => name)
      return {
        all: [...texts, ...entries, document.title, getSelection()?.toString()].join('\n'),
        frames: window.length,
      }
    })
    expect(seen.all).not.toMatch(/heron/i)
    expect(seen.all).not.toContain('sidebar.html')
    expect(seen.frames).toBe(0)
    expect(await everyWord()).not.toMatch(/heron/i)
  })

  it('that forbids frames gets a line that says so and offers the side panel', async () => {
    await show('<title>Alone</title>', { 'cross-origin-embedder-policy': 'require-corp' })
    await clickLauncher(page)
    await until(async () => (await everyWord()).includes('This page does not let Handrail open inside it.'), 'the bar')
    expect(await everyWord()).toContain('Open the side panel')
  })

  it('in a sandbox of its own has a launcher that opens the browser’s side panel', async () => {
    await show('<title>Sandboxed</title><p>Alone</p>', { 'content-security-policy': 'sandbox allow-scripts' })
    const session = await mira.context.browser()!.newBrowserCDPSession()
    const panels = async () => (await session.send('Target.getTargets')).targetInfos.filter(({ url }) => url.endsWith('/sidebar.html'))
    expect(await panels()).toEqual([])
    await clickLauncher(page)
    await until(async () => (await panels()).length === 1, 'the side panel')
    expect(sidebarFrames()).toEqual([])
    await session.detach()
  })
})
