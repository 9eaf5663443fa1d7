import { expect, test, vi } from 'vitest'
import { storeNewer } from '../../lib/db/library.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import type { Role } from '../../lib/schema/member.ts'
import { mira, sessionOf, siteOf } from '../db/sample.ts'
import { openScene, type Scene, ticket } from './scene.ts'
import { desk } from './sender-classes.ts'

async function opened(role: Role): Promise<Scene> {
  const scene = openScene()
  await scene.worker.database.use((db) => saveSession(db, sessionOf({ ...mira, role })))
  await scene.enableDesk()
  scene.browser.tabsHere.set(8, { ...ticket, id: 8, active: false, url: `${desk}/ticket/1043`, title: 'Ticket 1043' })
  scene.browser.tabsHere.set(9, { ...ticket, id: 9, active: false, url: 'https://bank.example/', title: 'Bank' })
  scene.browser.pageScript = async (tabId, message) => ({ tabId, message })
  return scene
}
const order = { name: 'stop' } as const
const draft = { name: 'Desk', origins: [desk], pages: [], verified: null }

test('an order reaches the picker in this tab, which is brought there first', async () => {
  const scene = await opened('lead')
  const answers = await scene.get('the side panel', 'site.point', { tabId: 7, everywhere: false, order })
  expect(scene.browser.injected).toEqual([{ tabId: 7, files: ['/page-picker.js'] }])
  expect(answers).toMatchObject([{ url: ticket.url, title: ticket.title, said: { tabId: 7, message: { name: 'pick', order } } }])
})

test('everywhere is every open tab of that origin, and no other', async () => {
  const scene = await opened('admin')
  await scene.get('the side panel', 'site.point', { tabId: 7, everywhere: true, order })
  expect(scene.browser.injected.map(({ tabId }) => tabId)).toEqual([7, 8])
})

test('a frame is about its own tab, whatever it says', async () => {
  const scene = await opened('lead')
  const answers = await scene.ask('a sidebar in an admitted frame', 'site.point', { tabId: 9, everywhere: false, order })
  if (answers.ok) expect(answers.value).toMatchObject([{ url: ticket.url }])
  expect(scene.browser.injected.some(({ tabId }) => tabId === 9)).toBe(false)
})

test('nothing is brought to a site that is not on', async () => {
  const scene = await opened('lead')
  expect(await scene.get('the side panel', 'site.point', { tabId: 9, everywhere: true, order })).toEqual([])
  expect(scene.browser.injected).toEqual([])
})

test.each(['site.point', 'site.publish'] as const)('an agent is refused %s, and nothing is asked of any page or of the hub', async (name) => {
  const scene = await opened('agent')
  const request = { 'site.point': { tabId: 7, everywhere: true, order }, 'site.publish': { id: 'desk', draft, base: null } }[name]
  expect(await scene.ask('the side panel', name, request as never)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(scene.browser.injected).toEqual([])
})

test('pages that are open are told what to read when the feed brings a profile', async () => {
  const scene = await opened('agent')
  const plans: unknown[] = []
  scene.browser.pageScript = async (tabId, message) => void plans.push([tabId, message])
  const page = { name: 'Ticket', path: '/ticket/*', caseId: [], fields: [], text: '#talk', reply: [] }
  await scene.worker.database.use((db) => write(db, ['sites'], (tx) => storeNewer(tx, 'sites', { ...siteOf('desk'), origins: [desk], pages: [page] })))
  scene.worker.sync.onMoved({ moved: ['sites'], arrivals: [] })
  await vi.waitFor(() => expect(plans).toContainEqual([8, { name: 'page.plan', plan: expect.objectContaining({ textSelector: '#talk' }) }]))
})
