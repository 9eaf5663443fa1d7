import { expect, test } from 'vitest'
import { isPersonNeeded } from '../../entrypoints/background/case-view.ts'
import { storeRecord } from '../../lib/db/escalations.ts'
import { saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { mira, recordOf, sessionOf } from '../db/sample.ts'
import { openScene } from './scene.ts'

const card = '4111 1111 1111 1111'

test('an answer given while the hub is away is confirmed with its words, wherever the escalation is shown, and asks for nobody any more', async () => {
  const scene = openScene()
  const { database } = scene.worker
  await database.use((db) => saveSession(db, sessionOf(mira)))
  const caseKey = (await scene.get('the side panel', 'case.get', { tabId: 7 })).context.key
  const { id, content, hash } = await scene.get('the side panel', 'escalation.create', {
    tabId: 7,
    caseKey,
    note: '',
    severity: 'S2',
    queue: 'leads',
    runId: null,
  })
  await database.use((db) => write(db, ['escalations'], (tx) => storeRecord(tx, { ...recordOf(1, { status: 'asked' }), content }, hash)))
  expect(await isPersonNeeded(scene.worker, caseKey)).toBe(true)
  const waiting = [{ kind: 'answer', text: 'yes, [card ending 1111]' }]
  expect(await scene.get('the side panel', 'escalation.answer', { id, text: `yes, ${card}` })).toMatchObject({ waiting })
  expect(await scene.get('the side panel', 'escalation.get', { id })).toMatchObject({ waiting })
  expect(await scene.get('the side panel', 'escalation.list', {})).toMatchObject([{ waiting }])
  expect((await scene.get('the side panel', 'case.get', { tabId: 7 })).escalations).toMatchObject([{ waiting }])
  expect(await isPersonNeeded(scene.worker, caseKey)).toBe(false)
})
