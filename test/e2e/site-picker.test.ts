// A lead points at what a page's profile should read; what is proposed was tried on the other open case; an agent reads by it within seconds.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enableSite } from '../../demo/people.ts'
import { killWorker, type Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'
import { axeFaults } from './axe.ts'
import { openCase, openPanelTab, press } from './panel.ts'
import { openTeam, type Team } from './team.ts'

/** The value beside a label of the demo desk. */
const besideLabel = (label: string) => `#case-fields div:has(> dt:text-is("${label}")) > dd`

/** All that a page could hear of a person's hand, told at the very top and before anybody else. */
const listenAtTheTop = () => {
  const heard: string[] = []
  Object.assign(globalThis, { heard })
  const names = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'keydown', 'keyup', 'keypress', 'pointermove', 'wheel']
  for (const name of names) addEventListener(name, (event) => heard.push(event.type), true)
}

describe('a site profile by pointing', () => {
  let team: Team
  let lena: Stage
  let mira: Stage
  let first: Page
  let second: Page
  let panel: Page
  const read = (name: string) => panel.getByRole('listitem', { name, exact: true })
  const heardBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  const picker = (page: Page) => page.locator('handrail-picker')

  async function open(id: number): Promise<Page> {
    const page = await lena.context.newPage()
    await page.addInitScript(listenAtTheTop)
    await page.goto(`${team.company.deskUrl}/tickets/${id}`)
    return page
  }
  async function openScreen(page: Page): Promise<Page> {
    const opened = await openPanelTab(lena, page)
    await opened.setViewportSize({ width: 380, height: 900 })
    await opened.getByRole('button', { name: 'Panel menu' }).click()
    await opened.getByRole('menuitem', { name: 'How this page is read' }).click()
    await opened.getByRole('heading', { level: 1, name: 'How this page is read' }).waitFor()
    return opened
  }
  async function addField(name: string, label: string) {
    const form = panel.getByRole('form', { name: 'A further field' })
    await form.getByLabel('Name in playbooks').fill(name)
    await form.getByLabel('Label').fill(label)
    await form.getByRole('button', { name: 'Add field' }).click()
    await read(label).waitFor()
  }
  async function startPointing(page: Page, label: string) {
    await panel.getByRole('button', { name: `Point at ${label}`, exact: true }).click()
    await picker(page).waitFor({ state: 'attached' })
    await page.bringToFront()
  }
  async function pointAt(page: Page, label: string, selector: string) {
    await startPointing(page, label)
    const box = (await page.locator(selector).boundingBox())!
    await page.mouse.click(box.x + 5, box.y + box.height / 2)
    await picker(page).waitFor({ state: 'detached' })
    await panel.bringToFront()
  }
  const ways = (label: string) => panel.getByRole('region', { name: `Ways to read ${label}` })

  beforeAll(async () => {
    team = await openTeam({ withLibrary: false })
    ;[lena, mira] = await Promise.all([team.member('Lena Lead', 'lead'), team.member('Mira', 'agent')])
    await enableSite(lena, team.company.deskUrl)
    first = await open(1042)
    second = await open(1043)
    panel = await openScreen(first)
  })
  afterAll(() => team?.stop())

  it('begins with what the address says: which kind of page, and which case', async () => {
    await read('Case id').getByText('1042', { exact: true }).waitFor()
    await panel.getByText('Also tried on #1043.').waitFor()
    expect(await panel.getByLabel('Its addresses').inputValue()).toBe('/tickets/*')
  })

  it('proposes the steadiest way first, with what it reads here and on the other open case', async () => {
    await addField('case.category', 'Category')
    await pointAt(first, 'Category', besideLabel('Category'))
    const best = ways('Category').getByRole('listitem').first()
    await best.getByText('Survives a re-render').waitFor()
    await best.getByText('Reads 1 of 1 other open case').waitFor()
    const text = await first.locator(besideLabel('Category')).textContent()
    expect(await best.getByText('Reads here:').textContent()).toBe(`Reads here: ${text}`)
    const there = await second.locator(besideLabel('Category')).textContent()
    await best.getByText(`#1043: ${there}`).waitFor()
    expect(await axeFaults(panel)).toEqual([])
    await ways('Category').getByRole('button', { name: 'Use this' }).click()
    await read('Category').getByText(text!, { exact: true }).waitFor()
  })

  it('lets the page hear nothing of the click, and leaves nothing in it', async () => {
    expect(await heardBy(first)).toEqual([])
    const left = await first.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName))
    expect(left.filter((name) => name !== 'handrail-host')).toEqual(['head', 'body'])
  })

  it('gives up at Escape, pressed in the page or in the panel', async () => {
    await startPointing(first, 'Category')
    await first.keyboard.press('Escape')
    await picker(first).waitFor({ state: 'detached' })
    await panel.bringToFront()
    await panel.getByRole('button', { name: 'Stop pointing' }).waitFor({ state: 'detached' })
    await startPointing(first, 'Category')
    await panel.bringToFront()
    await panel.keyboard.press('Escape')
    await picker(first).waitFor({ state: 'detached' })
    await panel.getByRole('button', { name: 'Stop pointing' }).waitFor({ state: 'detached' })
    expect(await heardBy(first)).toEqual([])
  })

  it('is told which box only the team reads', async () => {
    await pointAt(first, 'Box for internal notes', '#internal-note')
    await ways('Box for internal notes').getByRole('button', { name: 'Use this' }).click()
    await read('Box for internal notes').getByText('#internal-note', { exact: true }).waitFor()
  })

  it('is picked by keys alone, wider and narrower', async () => {
    await addField('case.status', 'Status')
    await startPointing(first, 'Status')
    const box = (await first.locator(besideLabel('Category')).boundingBox())!
    await first.mouse.move(box.x + 4, box.y + 4)
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowRight', 'Enter']) await first.keyboard.press(key)
    await picker(first).waitFor({ state: 'detached' })
    await panel.bringToFront()
    await ways('Status').getByRole('listitem').first().waitFor()
    expect(await heardBy(first)).toEqual([])
    await ways('Status').getByRole('button', { name: 'Cancel' }).click()
    await read('Status').getByRole('button', { name: 'Remove Status' }).click()
  })

  it('goes on when the worker dies while somebody points, and ends when the panel closes', async () => {
    await startPointing(first, 'Category')
    await killWorker(lena)
    const box = (await first.locator(besideLabel('Category')).boundingBox())!
    await first.mouse.click(box.x + 5, box.y + box.height / 2)
    await panel.bringToFront()
    await ways('Category').getByRole('listitem').first().waitFor()
    await ways('Category').getByRole('button', { name: 'Cancel' }).click()
    const another = await openScreen(second)
    await another.getByRole('button', { name: 'Point at Case id', exact: true }).click()
    await picker(second).waitFor({ state: 'attached' })
    await another.close()
    await picker(second).waitFor({ state: 'detached' })
    expect(await heardBy(first)).toEqual([])
  })

  it('goes on where it was after the panel was closed, beside another case', async () => {
    await until(async () => {
      const kept = await panel.evaluate(async (origin) => {
        const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<{ value: { text: string } }> } } }
        return (await chrome.runtime.sendMessage({ name: 'draft.get', request: { key: `site:${origin}` } })).value.text
      }, new URL(first.url()).origin)
      return kept.includes('case.category') && !kept.includes('case.status')
    }, 'the draft that is kept')
    await panel.close()
    panel = await openScreen(second)
    await read('Category')
      .getByText((await second.locator(besideLabel('Category')).textContent())!, { exact: true })
      .waitFor()
    await addField('case.requester', 'Requester')
    await pointAt(second, 'Requester', besideLabel('Requester'))
    await ways('Requester').getByRole('button', { name: 'Use this' }).click()
    await pointAt(second, 'Conversation', '#conversation')
    await ways('Conversation').getByRole('button', { name: 'Use this' }).click()
    await read('Conversation').getByText('Nothing is read here').waitFor({ state: 'detached' })
  })

  it('is published, and an agent elsewhere reads the open case by it', async () => {
    const { panel: miras } = await openCase(mira.context, team.company.deskUrl, 1042)
    await panel.getByLabel(/I have looked at real cases/).check()
    await press(panel, panel.getByRole('button', { name: 'Publish for the team' }), () => panel.getByText('Published as version 1.').isVisible())
    const category = (await first.locator(besideLabel('Category')).textContent())!
    await miras.getByRole('region', { name: 'This case' }).getByText(category, { exact: true }).waitFor()
    await miras.getByRole('region', { name: 'This case' }).getByText('1042', { exact: true }).waitFor()
  })

  it('is refused where a colleague has published since, and nothing is lost', async () => {
    const caller = await team.caller('Olga', 'lead')
    const { sites } = await caller('snapshot', {})
    const [site] = sites
    const { name, origins, pages } = site!
    await caller('publishSite', { params: { id: site!.id }, request: { name: `${name} two`, origins, pages, verified: null } })
    await addField('case.seller', 'Seller')
    await panel.getByText('A colleague has published version 2.').waitFor()
    await read('Seller').waitFor()
    await panel.getByRole('button', { name: 'Begin again from it' }).click()
    await panel.getByText(/ two, version 2/).waitFor()
    expect(site!.verified).toMatch(/^Looked at by Lena Lead, 20\d\d-\d\d-\d\d$/)
  })

  it('is nothing for agents', async () => {
    const page = await mira.context.newPage()
    await page.goto(`${team.company.deskUrl}/tickets/1044`)
    const own = await openPanelTab(mira, page)
    await own.getByRole('button', { name: 'Panel menu' }).click()
    await own.getByRole('menuitem', { name: 'Keys' }).waitFor()
    expect(await own.getByRole('menuitem', { name: 'How this page is read' }).count()).toBe(0)
    const answer = await own.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      return chrome.runtime.sendMessage({ name: 'site.point', request: { tabId: 1, everywhere: false, order: { name: 'stop' } } })
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})
