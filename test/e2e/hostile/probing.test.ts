// A page that looks for us, frames us, listens to our keys and moves us: compared with the same page in a browser that has no extension.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../../demo/stage/extension.ts'
import { launcherLabel, openRail, until } from '../../../demo/stage/rail.ts'
import { chromiumId } from '../../../lib/identity.ts'
import { openBrowser } from '../../page/stage/browser.ts'
import { escalateButton, undoButton } from '../panel.ts'
import { openTeam, type Team } from '../team.ts'

/** All that a script of the page can ask without a click; addresses and times that differ from load to load are left out. */
const probe = async (id: string) => {
  const files = ['manifest.json', 'sidebar.html', 'console.html', 'page.js', 'page-tools.js', 'background.js', 'icon/16.png', '_locales/en/messages.json']
  const outcomes: string[] = []
  for (const file of files) {
    const url = `chrome-extension://${id}/${file}`
    outcomes.push(`fetch ${await fetch(url).then(({ status }) => `${status}`, String)}`)
    for (const tag of ['img', 'script', 'link'] as const) {
      const element = document.createElement(tag)
      const event = new Promise<string>((resolve) => {
        element.onload = () => resolve('load')
        element.onerror = () => resolve('error')
      })
      if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url })
      else element.src = url
      document.head.append(element)
      outcomes.push(`${tag} ${await event}`)
      element.remove()
    }
  }
  const stack = (() => {
    try {
      return String(null!)
    } catch (error) {
      return String((error as Error).stack)
    }
  })()
  const patched = [Element.prototype.attachShadow, document.createElement, history.pushState, window.postMessage, EventTarget.prototype.addEventListener]
  return {
    outcomes,
    stack: /extension/i.test(stack),
    patched: patched.filter((made) => !/\[native code\]/.test(Function.prototype.toString.call(made))).length,
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^(__pw|__playwright|\d+$)/.test(name))
      .sort(),
    runtime: typeof (window as unknown as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    attributes: [document.documentElement, document.body].map((element) => element.getAttributeNames()),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    frames: window.length,
    strangers: [...document.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => name.includes('-')),
    defined: customElements.get('handrail-host') === undefined,
    entries: performance.getEntries().filter(({ name }) => /extension:|handrail|sidebar/i.test(name) && !files.some((file) => name.endsWith(file))).length,
  }
}

describe('a page that looks for us', () => {
  let team: Team
  let mira: Stage
  let bare: Browser
  let page: Page
  let plain: Awaited<ReturnType<typeof probe>>
  beforeAll(async () => {
    team = await openTeam()
    mira = await team.member('Mira', 'agent')
    bare = await openBrowser()
    plain = await probed(await bare.newPage(), url('127.0.0.1'))
    page = await mira.context.newPage()
  })
  afterAll(async () => {
    await bare?.close()
    await team?.stop()
  })

  const url = (host: string) => `${team.company.deskUrl.replace('127.0.0.1', host)}/strange`
  const html = '<!doctype html><title>Strange</title><p>words</p><textarea id="field"></textarea>'
  async function show(where: Page, address: string) {
    await where.unrouteAll()
    await where.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await where.goto(address)
  }
  async function probed(where: Page, address: string) {
    await show(where, address)
    return where.evaluate(probe, chromiumId)
  }

  it('finds on a site that was not enabled what it finds in a browser without us', async () => {
    const quiet = await mira.context.newPage()
    const measure = await mira.context.newPage()
    await show(quiet, url('localhost'))
    await show(measure, url('127.0.0.1'))
    await until(() => launcherLabel(measure), 'the launcher on the enabled site')
    expect(await quiet.evaluate(probe, chromiumId)).toEqual(plain)
    await Promise.all([quiet.close(), measure.close()])
  })

  it('finds on the enabled site our one element, and else nothing that differs', async () => {
    await show(page, url('127.0.0.1'))
    await until(() => launcherLabel(page), 'the launcher')
    expect(await page.evaluate(probe, chromiumId)).toEqual({ ...plain, strangers: ['handrail-host'] })
  })

  it('gets no panel by the address that the browser made up for this session, nor by any words', async () => {
    const panel = await openRail(page)
    const dynamic = panel.url()
    const addresses = [dynamic, dynamic.replace(/\/\/[^/]+/, `//${chromiumId}`), `${dynamic}?tab=1`]
    const embedder = await mira.context.newPage()
    await show(embedder, url('localhost'))
    await embedder.evaluate((all) => {
      for (const src of all) document.body.append(Object.assign(document.createElement('iframe'), { src }))
    }, addresses)
    await until(async () => embedder.frames().length === 1 + addresses.length, 'the frames')
    await embedder.evaluate(() => {
      const words = [{ handrail: '0'.repeat(48) }, { name: 'frame.admit', request: { token: '' } }, 'handrail']
      for (let at = 0; at < window.length; at++) for (const said of words) window.frames[at]!.postMessage(said, '*')
    })
    // A second panel of a person, opened after them, is the measure of time.
    const measure = await mira.context.newPage()
    await show(measure, url('127.0.0.1'))
    await openRail(measure)
    for (const frame of embedder.frames().slice(1)) expect(await wordsOf(frame)).not.toMatch(/Escalate|Search playbooks|Strange/)
    await Promise.all([embedder.close(), measure.close()])
  })

  const wordsOf = (frame: Frame) =>
    frame
      .locator('body')
      .textContent({ timeout: 2000 })
      .catch(() => '')

  it('hears no key that is typed into the rail, and loses none of its own', async () => {
    await show(page, url('127.0.0.1'))
    const panel = await openRail(page)
    await page.evaluate(() => {
      const record = globalThis as unknown as { keys: string[] }
      record.keys = []
      for (const kind of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input'] as const)
        for (const place of [window, document, document.body])
          place.addEventListener(kind, (event) => record.keys.push(`${kind} ${(event as KeyboardEvent).key}`), true)
    })
    const keys = () => page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys.splice(0))
    const search = panel.getByRole('combobox', { name: 'Search playbooks and snippets' })
    await search.click()
    await page.keyboard.type('hello csn')
    expect(await search.inputValue()).toBe('hello csn')
    expect(await keys()).toEqual([])
    await page.click('#field')
    const own = ['j', 'k', '/', '?', 'e', 'Escape', 'Enter', 'Control+Enter', 'Alt+h']
    for (const key of own) await page.keyboard.press(key)
    const heard = await keys()
    for (const key of own) expect(heard).toContain(`keydown ${key.split('+').at(-1)}`)
  })

  it('gets nothing sent by sliding the panel under a click that was meant for the page', async () => {
    await show(page, url('127.0.0.1'))
    const panel = await openRail(page)
    const before = (await escalateButton(panel).boundingBox())!
    await page.mouse.move(40, 300)
    await page.evaluate(() => {
      const host = document.querySelector('handrail-host') as HTMLElement
      host.hidePopover()
      document.documentElement.style.cssText += ';translate: -600px 0 !important'
    })
    await until(async () => ((await escalateButton(panel).boundingBox())?.x ?? before.x) !== before.x || null, 'the panel elsewhere')
    const now = (await escalateButton(panel).boundingBox())!
    await page.mouse.click(now.x + now.width / 2, now.y + now.height / 2)
    await panel.getByText(/Nothing was done/).waitFor()
    expect(await undoButton(panel).count()).toBe(0)
  })
})
