// What a person starts without a panel: the keyboard command, the context menu, and the key that shows and hides the rail.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from '../../demo/stage/extension.ts'
import { launcherLabel, railFrame, until } from '../../demo/stage/rail.ts'
import type { Client } from '../../hub/client.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'
import { type Display, hasDisplay, startDisplay } from './display.ts'
import { press, undoButton } from './panel.ts'
import { type PlainSite, plainHosts, startPlainSite } from './plain-site.ts'
import { openTeam, type Team } from './team.ts'

const escalateKey = 'alt+shift+e'
const railKey = 'alt+shift+k'

describe.runIf(hasDisplay('Keyboard commands and context menu'))('keyboard commands and the context menu', () => {
  let display: Display
  let site: PlainSite
  let team: Team
  let mira: Stage
  let hub: Client
  /** One of our own pages, to look at what the browser shows. */
  let watcher: Page
  beforeAll(async () => {
    display = await startDisplay()
    site = await startPlainSite()
    team = await openTeam()
    hub = await team.caller('Lars', 'lead')
    mira = await team.member('Mira', 'agent', { headless: false, flags: [plainHosts] })
    watcher = await mira.open('welcome.html')
  })
  afterAll(async () => {
    await team?.stop()
    await site?.stop()
    await display?.stop()
  })

  async function openPage(url: string): Promise<Page> {
    const page = await mira.context.newPage()
    await page.goto(url)
    await page.bringToFront()
    return page
  }

  /** The escalations that a notification offers to undo. */
  const undoable = () =>
    watcher.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { notifications: { getAll(): Promise<Record<string, boolean>> } } }
      const purposes = Object.keys(await chrome.notifications.getAll()).map((id) => JSON.parse(id) as { kind: string; id: string })
      return purposes.filter(({ kind }) => kind === 'undo').map(({ id }) => id)
    })

  /** Presses or picks, then answers the id that the new notification carries. */
  async function escalated(act: () => void): Promise<string> {
    const before = await undoable()
    act()
    return until(async () => (await undoable()).find((id) => !before.includes(id)), 'a notification with Undo')
  }

  const atHub = async (id: string): Promise<Escalation | undefined> => (await hub('snapshot')).escalations.find(({ content }) => content.id === id)
  const delivered = (id: string) => until(() => atHub(id), 'the escalation at the hub')
  const countAtHub = async () => (await hub('snapshot')).escalations.length

  it('escalates a case on an enabled site with its fields, once', async () => {
    const page = await openPage(`${team.company.deskUrl}/tickets/1042`)
    await until(() => launcherLabel(page), 'the launcher')
    const windows = display.windows()
    const id = await escalated(() => display.press(escalateKey))
    await until(async () => display.windows() > windows, 'the notification on screen')
    expect(await countAtHub()).toBe(0)
    const { content, by } = await delivered(id)
    expect(by.name).toBe('Mira')
    expect(content).toMatchObject({ via: 'command', missing: [], case: { caseId: '1042', access: 'profile' } })
    expect(content.case.fields).toContainEqual(expect.objectContaining({ name: 'case.order', value: 'LM-613204' }))
    expect(await countAtHub()).toBe(1)
    await until(async () => (await undoable()).length === 0, 'the end of the offer to undo')
    await page.close()
  })

  it('escalates any other page, which nobody allowed, with its address, title and selection', async () => {
    const page = await openPage(`${site.origin('notes.example')}/7`)
    await page.locator('#said').click({ clickCount: 3 })
    const { content } = await delivered(await escalated(() => display.press(escalateKey)))
    expect(content).toMatchObject({ via: 'command', missing: ['case fields'] })
    expect(content.case).toMatchObject({ access: 'page', title: 'Seller notes 7', url: page.url(), selection: expect.stringContaining('I ship tonight') })
    expect(await countAtHub()).toBe(2)
    await page.close()
  })

  it('escalates a page of the browser itself and says what is missing', async () => {
    const page = await openPage('chrome://version')
    const { content } = await delivered(await escalated(() => display.press(escalateKey)))
    expect(content.missing).toEqual(content.case.url === '' ? ['address and title', 'selected text', 'case fields'] : ['selected text', 'case fields'])
    expect(await countAtHub()).toBe(3)
    await page.close()
  })

  it('shows and hides the rail by key', async () => {
    const page = await openPage(`${team.company.deskUrl}/tickets/1043`)
    await until(() => launcherLabel(page), 'the launcher')
    display.press(railKey)
    await railFrame(page)
    display.press(railKey)
    await until(async () => !page.frames().some((frame) => frame.url().includes('/sidebar.html')), 'the rail to close')
    await page.close()
  })

  it('takes back in the panel what a key escalated, so that it never leaves', async () => {
    const page = await openPage(`${team.company.deskUrl}/tickets/1044`)
    await until(() => launcherLabel(page), 'the launcher')
    display.press(railKey)
    const panel = await railFrame(page)
    const undone = await escalated(() => display.press(escalateKey))
    await press(panel, undoButton(panel), () => panel.getByText('Undone. Nothing was sent').isVisible())
    await until(async () => !(await undoable()).includes(undone), 'the notification to go')
    // The undone one was due first: had it left, it would be here by now.
    await delivered(await escalated(() => display.press(escalateKey)))
    expect(await atHub(undone)).toBeUndefined()
    await page.close()
  })

  it('escalates from the context menu with the words that were marked', async () => {
    const page = await openPage(`${site.origin('forum.example')}/9`)
    await page.locator('#said').click({ clickCount: 3 })
    const windows = display.windows()
    await page.locator('#said').click({ button: 'right' })
    await until(async () => display.windows() > windows, 'the menu')
    // A menu takes the first letter of its item.
    const { content } = await delivered(await escalated(() => display.press('e')))
    expect(content.via).toBe('menu')
    expect(content.case.selection).toContain('Pay me outside and I ship tonight.')
    expect(content.case).toMatchObject({ access: 'page', title: 'Seller notes 9', url: page.url() })
    await page.close()
  })
})
