import { expect, test } from 'vitest'
import { storeNewer } from '../../lib/db/library.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { mira, sessionOf, siteOf } from '../db/sample.ts'
import { openScene, reportOf, type Scene, ticket } from './scene.ts'
import { desk } from './sender-classes.ts'

const page = {
  name: 'Ticket',
  path: '/ticket/*',
  caseId: [{ from: 'url' as const, part: 'path' as const, pattern: '^/ticket/(\\d+)' }],
  fields: [{ name: 'case.category', label: 'Category', sources: [{ from: 'selector' as const, selector: '.category' }] }],
  reply: ['textarea'],
}

async function join(scene: Scene) {
  await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
}
async function openDesk(): Promise<Scene> {
  const scene = openScene()
  await scene.enableDesk()
  await scene.worker.database.use((db) => write(db, ['sites'], (tx) => storeNewer(tx, 'sites', { ...siteOf('desk'), pages: [page] })))
  return scene
}
/** The page script of one case says what it reads, as often as it likes. */
async function look(scene: Scene, number: number, category: string | null, times = 1) {
  scene.browser.tabsHere.set(7, { ...ticket, url: `${desk}/ticket/${number}` })
  for (let index = 0; index < times; index++)
    await scene.get('the page script on an enabled site', 'page.report', reportOf({ values: { 'case.category#0': category } }))
}
const told = (scene: Scene) => scene.worker.database.use((db) => db.getAll('outbox')).then((rows) => rows.filter(({ route }) => route === 'siteHealth'))

test('a field that every case had and several in a row have not is told to the hub once, by name and without a value', async () => {
  const scene = await openDesk()
  await join(scene)
  for (let number = 1; number <= 40; number++) await look(scene, number, 'Counterfeit')
  expect(await told(scene)).toEqual([])
  for (let number = 41; number <= 46; number++) await look(scene, number, null)
  const rows = await told(scene)
  expect(rows).toMatchObject([{ params: { id: 'desk' }, body: { version: 1, page: 'Ticket', field: 'case.category', state: 'broken', cases: 2 } }])
  expect(JSON.stringify(rows)).not.toContain('Counterfeit')
  await look(scene, 47, 'Counterfeit')
  expect((await told(scene)).map(({ body }) => (body as { state: string }).state)).toEqual(['broken', 'healed'])
})

test('two tabs that report by turns are two cases, however often they do', async () => {
  const scene = await openDesk()
  await join(scene)
  for (let number = 1; number <= 40; number++) await look(scene, number, 'Counterfeit')
  for (let turn = 0; turn < 20; turn++) {
    await look(scene, 41, null)
    await look(scene, 42, 'Counterfeit')
  }
  expect(await told(scene)).toEqual([])
})

test('nothing is counted before anybody joined', async () => {
  const scene = await openDesk()
  for (let number = 1; number <= 60; number++) await look(scene, number, number < 40 ? 'Counterfeit' : null)
  expect(await told(scene)).toEqual([])
  expect(await scene.worker.database.use((db) => db.get('meta', 'siteHealth'))).toBeUndefined()
})
