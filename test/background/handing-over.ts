// Two agents' devices on one hub in memory, each with the same ticket open: where a case goes from one to the other.

import { putPlaybook } from '../../lib/db/library.ts'
import { saveSession } from '../../lib/db/session.ts'
import type { Member } from '../../lib/schema/member.ts'
import { pull } from '../../lib/sync/pull.ts'
import { jonas, lena, mira, playbookOf, sessionOf } from '../db/sample.ts'
import { MemoryHub } from '../sync/memory-hub.ts'
import { openScene, type Scene } from './scene.ts'

export const book = playbookOf('counterfeit', 1)
export const later = { ...playbookOf('counterfeit', 2), hash: 'd'.repeat(64) }

export async function openDesk(hub: MemoryHub, member: Member, token = `token-${member.name.toLowerCase()}`): Promise<Scene> {
  const scene = openScene()
  await scene.enableDesk()
  hub.tokens.set(token, member)
  scene.fetch.answer = hub.fetch
  await scene.worker.database.use((db) => saveSession(db, sessionOf(member, { token })))
  await pull(scene.worker.sync)
  await scene.worker.database.use((db) => putPlaybook(db, book))
  return scene
}

export const openHub = () => new MemoryHub([mira, jonas, lena])
export const catchUp = (scene: Scene) => pull(scene.worker.sync)

/** Starts the playbook on the ticket and answers its one step. */
export async function begin(scene: Scene) {
  const { context } = await scene.get('the side panel', 'case.get', { tabId: 7 })
  const { run } = await scene.get('the side panel', 'run.start', { caseKey: context.key, playbookId: book.id })
  await scene.get('the side panel', 'run.set', { runId: run.id, change: { stepId: 'look', state: 'skipped', reason: 'Seen before' } })
  return { caseKey: context.key, runId: run.id }
}

/** Hands the ticket to `to` and lets the undo seconds pass. */
export async function hand(scene: Scene, caseKey: string, to: Member, note = 'I am off at six') {
  const own = await scene.get('the side panel', 'handover.create', { caseKey, to: to.id, note })
  scene.clock.now += 6000
  await scene.worker.loop.send()
  return own
}

export const runsOf = async (scene: Scene) => (await scene.get('the side panel', 'case.get', { tabId: 7 })).runs.map(({ run }) => run)
export const listOf = (scene: Scene) => scene.get('the side panel', 'case.list', {})
