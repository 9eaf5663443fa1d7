import { describe, expect, test, vi } from 'vitest'
import { listEscalations } from '../../lib/db/escalations.ts'
import { openScene, type Scene, ticket } from './scene.ts'
import { desk } from './sender-classes.ts'

const registered = (scene: Scene) => [...scene.browser.scripts.values()].map(({ js, matches, runAt, allFrames }) => ({ js, matches, runAt, allFrames }))

async function enabled(scene: Scene) {
  scene.browser.granted.add(`${desk}/*`)
  await scene.get('the welcome page', 'site.enable', { origin: desk })
}

test('enabling registers the page script for that origin only, and brings it to tabs that are open', async () => {
  const scene = openScene()
  await enabled(scene)
  expect(registered(scene)).toEqual([{ js: ['/page.js'], matches: [`${desk}/*`], runAt: 'document_idle', allFrames: false }])
  expect(scene.browser.injected).toEqual([{ tabId: 7, files: ['/page.js'] }])
})

test('enabling without the permission is refused', async () => {
  const scene = openScene()
  expect(await scene.ask('the welcome page', 'site.enable', { origin: desk })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(registered(scene)).toEqual([])
})

test.each(['https://desk.example.com/path', 'chrome://settings', 'file:///', 'javascript:alert(1)', 'desk.example.com'])(
  '%s cannot be enabled',
  async (origin) => {
    expect(await openScene().ask('the welcome page', 'site.enable', { origin })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  },
)

test('disabling unregisters the script, stops it in open tabs and gives the permission back', async () => {
  const scene = openScene()
  await enabled(scene)
  const orders: unknown[] = []
  scene.browser.pageScript = async (tabId, message) => void orders.push({ tabId, message })
  const sites = await scene.get('the welcome page', 'site.disable', { origin: desk })
  expect(sites).toMatchObject([{ origin: desk, enabled: false, granted: false }])
  expect([...scene.browser.granted]).toEqual([])
  expect(registered(scene)).toEqual([])
  expect(orders).toEqual([{ tabId: 7, message: { name: 'page.stop' } }])
})

describe('a site that was turned off', () => {
  const seen = async (scene: Scene) => (await scene.get('the side panel', 'case.get', { tabId: 7 })).context
  async function turnedOff() {
    const scene = openScene()
    await enabled(scene)
    // What a toolbar click granted before, the browser keeps for the tab.
    scene.browser.readPage = () => 'the marked words'
    await scene.get('the welcome page', 'site.disable', { origin: desk })
    return scene
  }

  test('gives no selection to a panel that is open beside it', async () => {
    expect(await seen(await turnedOff())).toMatchObject({ access: 'tab', selection: '' })
  })

  test('is read in the tab where the person asks for it, until the tab leaves it', async () => {
    const scene = await turnedOff()
    scene.browser.fire.clicked(ticket)
    await vi.waitFor(async () => expect(await seen(scene)).toMatchObject({ access: 'page', selection: 'the marked words' }))
    scene.restart()
    expect(await seen(scene)).toMatchObject({ selection: 'the marked words' })
    const elsewhere = 'https://elsewhere.example/'
    scene.browser.tabsHere.set(8, { ...ticket, id: 8 })
    expect((await scene.get('the side panel', 'case.get', { tabId: 8 })).context).toMatchObject({ access: 'tab', selection: '' })
    scene.browser.fire.tabUpdated({ ...ticket, url: elsewhere }, { url: elsewhere })
    await vi.waitFor(async () => expect(await seen(scene)).toMatchObject({ access: 'tab', selection: '' }))
  })

  test('can be escalated with its selection by the key', async () => {
    const scene = await turnedOff()
    scene.browser.fire.command('escalate', ticket)
    const [own] = await vi.waitFor(async () => {
      const all = await scene.worker.database.use((db) => listEscalations(db, null))
      expect(all).toHaveLength(1)
      return all
    })
    expect(own?.content.case.selection).toBe('the marked words')
  })

  test('and on, and off again, forgets what was asked for in between', async () => {
    const scene = await turnedOff()
    scene.browser.fire.clicked(ticket)
    await vi.waitFor(async () => expect(await seen(scene)).toMatchObject({ access: 'page' }))
    await enabled(scene)
    await scene.get('the welcome page', 'site.disable', { origin: desk })
    expect(await seen(scene)).toMatchObject({ access: 'tab', selection: '' })
  })

  test('keeps the permission where the organisation named it, and is not read all the same', async () => {
    const scene = openScene()
    await enabled(scene)
    scene.browser.policy = { sites: [desk] }
    scene.browser.readPage = () => 'the marked words'
    await scene.get('the welcome page', 'site.disable', { origin: desk })
    expect([...scene.browser.granted]).toEqual([`${desk}/*`])
    expect(await seen(scene)).toMatchObject({ access: 'tab', selection: '' })
  })
})

test('a permission taken away in the browser silences the site at once', async () => {
  const scene = openScene()
  await enabled(scene)
  scene.browser.granted.clear()
  scene.browser.fire.permissionsRemoved()
  await vi.waitFor(() => expect(registered(scene)).toEqual([]))
  expect(await scene.ask('the page script on an enabled site', 'page.hello', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('an update brings the new script to tabs that were open before', async () => {
  const scene = openScene()
  await enabled(scene)
  scene.browser.scripts.clear()
  scene.browser.injected.length = 0
  scene.browser.fire.installed('update')
  await vi.waitFor(() => expect(scene.browser.injected).toEqual([{ tabId: 7, files: ['/page.js'] }]))
  expect(registered(scene)).toHaveLength(1)
})

describe('a policy', () => {
  test('switches its sites on and names the hub', async () => {
    const scene = openScene()
    scene.browser.policy = { hubUrl: 'https://hub.example.com', sites: [desk, 'not an origin'] }
    scene.browser.granted.add(`${desk}/*`)
    scene.restart()
    await vi.waitFor(() => expect(registered(scene)).toHaveLength(1))
    expect(await scene.get('the welcome page', 'session.get', {})).toMatchObject({ state: 'none', hubUrl: 'https://hub.example.com' })
  })

  test('does not switch on again what the agent switched off', async () => {
    const scene = openScene()
    await enabled(scene)
    await scene.get('the welcome page', 'site.disable', { origin: desk })
    scene.browser.policy = { sites: [desk] }
    scene.restart()
    expect(await scene.get('the welcome page', 'site.list', {})).toMatchObject([{ origin: desk, enabled: false }])
  })
})
