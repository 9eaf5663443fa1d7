import { describe, expect, test, vi } from 'vitest'
import { saveSession } from '../../lib/db/session.ts'
import { mira, sessionOf } from '../db/sample.ts'
import { ownOrigin } from './memory-browser.ts'
import { openScene, type Scene, ticket } from './scene.ts'
import { examples } from './sender-classes.ts'

const urls = (scene: Scene) => [...scene.browser.tabsHere.values()].map(({ url }) => url)
const open = async (scene: Scene, framed: boolean) => {
  await scene.enableDesk()
  return scene.get('the page script on an enabled site', 'page.open', { framed })
}

describe('the launcher', () => {
  test('gets a token that admits one frame of its tab', async () => {
    const scene = openScene()
    const opened = (await open(scene, true)) as { token: string; url: string; origin: string }
    expect(opened).toMatchObject({ origin: ownOrigin, url: expect.stringMatching(/\/sidebar\.html$/) })
    expect(await scene.ask('a sidebar frame without admission', 'session.get', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await scene.get('a sidebar frame without admission', 'frame.admit', { token: opened.token })).toEqual({ tabId: 7 })
    expect(await scene.get('a sidebar frame without admission', 'session.get', {})).toMatchObject({ state: 'none' })
    const { sender } = examples['a sidebar frame without admission']!
    const second = await scene.browser.play({ name: 'frame.admit', request: { token: opened.token } }, { ...sender, documentId: 'SECOND' })
    expect(second).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test('opens the side panel in the turn of the click where the page forbids frames', async () => {
    const scene = openScene()
    await scene.enableDesk()
    const answer = scene.get('the page script on an enabled site', 'page.open', { framed: false })
    expect(scene.browser.panels).toEqual([7])
    expect(await answer).toBeNull()
  })

  test('opens a tab where the browser refuses the side panel', async () => {
    const scene = openScene()
    scene.browser.sidePanel!.open = async () => {
      throw new Error('may only be called in response to a user gesture')
    }
    expect(await open(scene, false)).toBeNull()
    expect(urls(scene)).toContain(`${ownOrigin}/sidebar.html?tab=7`)
  })
})

test('the toolbar button opens the panel in the turn of the click and reads the page', async () => {
  const scene = openScene()
  scene.browser.readPage = () => 'the marked words'
  scene.browser.fire.clicked(ticket)
  expect(scene.browser.panels).toEqual([7])
  await vi.waitFor(() => expect(scene.browser.broadcasts).toContainEqual({ name: 'changed', collections: ['case'], tabId: 7 }))
  expect(JSON.stringify([...scene.browser.areas.session.items])).toContain('the marked words')
})

test('the rail key toggles the rail where there is one, and opens the panel elsewhere', async () => {
  const scene = openScene()
  scene.browser.fire.command('toggle-rail', ticket)
  await vi.waitFor(() => expect(scene.browser.panels).toEqual([7]))
  const orders: unknown[] = []
  scene.browser.pageScript = async (_tabId, message) => void orders.push(message)
  scene.browser.fire.command('toggle-rail', ticket)
  await vi.waitFor(() => expect(orders).toEqual([{ name: 'page.toggle' }]))
  expect(scene.browser.panels).toEqual([7])
})

test('an installation opens the welcome page, an update does not', async () => {
  const scene = openScene()
  scene.browser.fire.installed('install')
  await vi.waitFor(() => expect(urls(scene)).toContain(`${ownOrigin}/welcome.html`))
  scene.browser.tabsHere.clear()
  scene.browser.fire.installed('update')
  await scene.get('the side panel', 'status.get', {})
  expect(urls(scene)).toEqual([])
})

test('an installation that finds a member here, such as an unpacked one at every start of the browser, opens nothing', async () => {
  const scene = openScene()
  await scene.enableDesk()
  await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
  scene.browser.fire.installed('install')
  // The injection comes last.
  await vi.waitFor(() => expect(scene.browser.injected).not.toEqual([]))
  expect(urls(scene)).toEqual([ticket.url])
})

test.each(['#/inbox/42', '/inbox/42'])('a link %s into the console goes to the console that is open', async (path) => {
  const scene = openScene()
  scene.browser.tabsHere.set(30, { ...ticket, id: 30, active: false, url: `${ownOrigin}/console.html#/inbox` })
  await scene.get('the side panel', 'surface.open', { surface: 'console', tabId: null, path })
  expect(scene.browser.tabsHere.get(30)).toMatchObject({ url: `${ownOrigin}/console.html#/inbox/42`, active: true })
})

test.each(['//evil.example', 'javascript:alert(1)', '?x', '/../other.html'])('a console path %s opens the console and nothing else', async (path) => {
  const scene = openScene()
  await scene.get('the side panel', 'surface.open', { surface: 'console', tabId: null, path })
  expect(urls(scene)).toContain(`${ownOrigin}/console.html`)
})

describe('in Firefox', () => {
  test('the launcher gets its frame, since no message carries a click to the sidebar', async () => {
    const scene = openScene('Firefox')
    expect(await open(scene, true)).toMatchObject({ token: expect.any(String) })
    expect(scene.browser.sidebar).toEqual([])
  })

  test('the toolbar button opens the sidebar in the turn of the click and closes the frame that it takes over from', async () => {
    const scene = openScene('Firefox')
    const orders: unknown[] = []
    scene.browser.pageScript = async (_tabId, message) => void orders.push(message)
    scene.browser.fire.clicked(ticket)
    expect(scene.browser.sidebar).toEqual(['open'])
    expect(orders).toContainEqual({ name: 'page.close' })
  })

  test('the rail key shows and hides the sidebar in its own turn', () => {
    const scene = openScene('Firefox')
    scene.browser.fire.command('toggle-rail', ticket)
    expect(scene.browser.sidebar).toEqual(['toggle'])
  })

  test('what moved is told to the tabs with an address, whose frames hear no broadcast, and to no other', async () => {
    const scene = openScene('Firefox')
    const { url: _, ...unknown } = ticket
    scene.browser.tabsHere.set(8, { ...unknown, id: 8 })
    const told: unknown[] = []
    scene.browser.pageScript = async (tabId, message) => void told.push([tabId, message])
    scene.worker.announce(['sites'])
    const changed = { name: 'changed', collections: ['sites'], tabId: null }
    await vi.waitFor(() => expect(told).toEqual([[7, changed]]))
    expect(scene.browser.broadcasts).toContainEqual(changed)
  })
})
