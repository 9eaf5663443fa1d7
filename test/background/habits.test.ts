import { expect, test } from 'vitest'
import { putPlaybook } from '../../lib/db/library.ts'
import { saveSession } from '../../lib/db/session.ts'
import { jonas, mira, playbookOf, sessionOf } from '../db/sample.ts'
import { openScene, type Scene, ticket } from './scene.ts'

async function withPlaybooks(scene: Scene, ...ids: string[]) {
  for (const id of ids) {
    const playbook = playbookOf(id, 1)
    playbook.document.triggers = [{ kind: 'url', pattern: '*' }]
    await scene.worker.database.use((db) => putPlaybook(db, playbook))
  }
}
const view = async (scene: Scene) => scene.get('the side panel', 'case.get', { tabId: ticket.id! })
const ids = (matches: { playbookId: string }[] = []) => matches.map(({ playbookId }) => playbookId)

test('what was put away on a case is told apart and no longer counted, until it is brought back', async () => {
  const scene = openScene()
  await withPlaybooks(scene, 'counterfeit', 'shill')
  const { context } = await view(scene)
  const change = { caseKey: context.key, playbookId: 'shill' }
  await scene.get('the side panel', 'habits.change', { change: { kind: 'put-away', ...change } })
  const after = await view(scene)
  expect([ids(after.matches), ids(after.putAway)]).toEqual([['counterfeit'], ['shill']])
  await scene.get('the side panel', 'habits.change', { change: { kind: 'bring-back', ...change } })
  expect(ids((await view(scene)).matches).sort()).toEqual(['counterfeit', 'shill'])
})

test('a pin lasts when the worker starts anew, and is not the next member’s', async () => {
  const scene = openScene()
  await withPlaybooks(scene, 'counterfeit', 'shill')
  const join = (member: typeof mira) => scene.worker.database.use((db) => saveSession(db, sessionOf(member)))
  await join(mira)
  await scene.get('the side panel', 'habits.change', { change: { kind: 'pin', item: 'playbook:shill' } })
  scene.restart()
  expect(ids((await view(scene)).matches)).toEqual(['shill', 'counterfeit'])
  await join(jonas)
  expect(await scene.get('the side panel', 'habits.get', {})).toEqual({ pinned: [], recent: [], away: [] })
  await join(mira)
  expect((await scene.get('the side panel', 'habits.get', {})).pinned).toEqual(['playbook:shill'])
})
