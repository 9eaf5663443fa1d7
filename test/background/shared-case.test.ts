import { describe, expect, test } from 'vitest'
import { putPlaybook, storeNewer } from '../../lib/db/library.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { jonas, mira, playbookOf, sessionOf, siteOf } from '../db/sample.ts'
import { openScene, type Scene } from './scene.ts'
import { desk } from './sender-classes.ts'

const routesOf = async (scene: Scene) => (await scene.worker.database.use(listOutbox)).map(({ route }) => route)

/** Starts the playbook on the case in view, tells that it was seen, and closes it. */
async function workThrough(scene: Scene, caseKey?: string) {
  const key = caseKey ?? (await scene.get('the side panel', 'case.get', { tabId: 7 })).context.key
  const { run } = await scene.get('the side panel', 'run.start', { caseKey: key, playbookId: 'counterfeit' })
  await scene.get('the side panel', 'receipt.record', { playbookId: 'counterfeit', version: run.playbook.version, kind: 'seen' })
  for (const stepId of ['look', 'decision']) {
    const change = { stepId, state: 'not-applicable' as const, reason: 'not here' }
    await scene.ask('the side panel', 'run.set', { runId: run.id, change })
  }
  return scene.get('the side panel', 'run.close', { runId: run.id })
}

async function joined() {
  const scene = openScene()
  await scene.worker.database.use((db) => saveSession(db, sessionOf(mira)))
  await scene.worker.database.use((db) => putPlaybook(db, playbookOf('counterfeit', 1)))
  return scene
}
const withProfile = (scene: Scene) =>
  scene.worker.database.use((db) => write(db, ['sites'], (tx) => storeNewer(tx, 'sites', { ...siteOf('desk'), origins: [desk] })))

describe('a closed run and the receipt of its version', () => {
  test('leave this device from a site that is switched on', async () => {
    const scene = await joined()
    await scene.enableDesk()
    expect((await workThrough(scene)).run.closedAt).not.toBeNull()
    expect(await routesOf(scene)).toEqual(['receipt', 'run'])
  })

  test('stay on this device on a site that was never switched on', async () => {
    const scene = await joined()
    expect((await workThrough(scene)).run.closedAt).not.toBeNull()
    expect(await routesOf(scene)).toEqual([])
  })

  test('stay on this device on a site that was turned off', async () => {
    const scene = await joined()
    await scene.enableDesk()
    await scene.get('the side panel', 'site.disable', { origin: desk })
    await workThrough(scene)
    expect(await routesOf(scene)).toEqual([])
  })

  test('follow the profile of a case that was not seen lately', async () => {
    const scene = await joined()
    await withProfile(scene)
    await workThrough(scene, 'desk:77')
    expect(await routesOf(scene)).toEqual([])
    await scene.enableDesk()
    await workThrough(scene, 'desk:78')
    expect(await routesOf(scene)).toEqual(['receipt', 'run'])
    await workThrough(scene, 'elsewhere:79')
    expect(await routesOf(scene)).toEqual(['receipt', 'run'])
  })

  test('a receipt that was held back is written when the version is met on a site that is on', async () => {
    const scene = await joined()
    await workThrough(scene, 'https://elsewhere.example/1')
    expect(await routesOf(scene)).toEqual([])
    await scene.enableDesk()
    await workThrough(scene)
    expect(await routesOf(scene)).toEqual(['receipt', 'run'])
  })

  test('a run that was closed while its site was off goes out once the site is on, once, as it is by then', async () => {
    const scene = await joined()
    const { run } = await workThrough(scene)
    scene.browser.granted.add(`${desk}/*`)
    await scene.get('the side panel', 'site.enable', { origin: desk })
    await scene.get('the side panel', 'site.enable', { origin: desk })
    const rows = (await scene.worker.database.use(listOutbox)).filter(({ route }) => route === 'run')
    expect(rows).toMatchObject([{ memberId: mira.id, body: { id: run.id, closedAt: run.closedAt } }])
  })

  test('a run that was opened again meanwhile waits until it is closed', async () => {
    const scene = await joined()
    const { run } = await workThrough(scene)
    await scene.get('the side panel', 'run.reopen', { runId: run.id })
    scene.browser.granted.add(`${desk}/*`)
    await scene.get('the side panel', 'site.enable', { origin: desk })
    expect(await routesOf(scene)).toEqual([])
    await scene.get('the side panel', 'run.close', { runId: run.id })
    expect(await routesOf(scene)).toEqual(['run'])
  })

  test('a run that was closed while its site was off goes out when a permission or a policy brings the site', async () => {
    const scene = await joined()
    await workThrough(scene)
    expect(await routesOf(scene)).toEqual([])
    await scene.enableDesk()
    scene.browser.fire.permissionsAdded()
    await expect.poll(() => routesOf(scene)).toEqual(['run'])
  })

  test('a run of another member stays when the site is switched on', async () => {
    const scene = await joined()
    await workThrough(scene)
    await scene.worker.database.use((db) => saveSession(db, sessionOf(jonas)))
    scene.browser.granted.add(`${desk}/*`)
    await scene.get('the side panel', 'site.enable', { origin: desk })
    expect(await routesOf(scene)).toEqual([])
  })
})
