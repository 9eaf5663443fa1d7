import { expect, test } from 'vitest'
import { getDraft, saveDraft } from '../../lib/db/drafts.ts'
import { getReceived, listInbox, putReceived } from '../../lib/db/inbox.ts'
import { getPlaybook, listPlaybooks, putPlaybook } from '../../lib/db/library.ts'
import { listOutbox } from '../../lib/db/outbox.ts'
import { changeRun, getRun, runsOfCase, startOrResume } from '../../lib/db/runs.ts'
import { endSession, getSession, saveSession } from '../../lib/db/session.ts'
import { changeSettings, changeSiteState, getSettings, listSiteStates } from '../../lib/db/settings.ts'
import type { Run } from '../../lib/schema/run.ts'
import { defaultSettings } from '../../lib/schema/settings.ts'
import { freshDatabase, id, jonas, mira, playbookOf, recordOf, runOf, sessionOf, start } from './sample.ts'

const done = (run: Run, stepId: string): Run => ({ ...run, steps: [...run.steps, { stepId, state: 'done', at: start }] })

test('one run is open per case, playbook and member, and keeps its version when a newer one is published', async () => {
  const { use } = freshDatabase()
  const first = await use((db) => startOrResume(db, runOf(1), playbookOf('counterfeit', 1)))
  expect(await use((db) => startOrResume(db, runOf(2), playbookOf('counterfeit', 2)))).toEqual(first)
  await use((db) => startOrResume(db, runOf(3, { memberId: jonas.id }), playbookOf('counterfeit', 1)))
  await use((db) => putPlaybook(db, playbookOf('counterfeit', 2)))
  expect((await use((db) => getPlaybook(db, 'counterfeit')))?.version).toBe(2)
  expect((await use((db) => getPlaybook(db, 'counterfeit', 1)))?.version).toBe(1)
  expect(await use((db) => getPlaybook(db, 'counterfeit', 3))).toBeNull()
  expect((await use((db) => runsOfCase(db, 'demo-desk:1', mira.id))).map((run) => run.id)).toEqual([first.id])
})

test('a closed run does not stand in the way of a new one', async () => {
  const { use } = freshDatabase()
  await use((db) => startOrResume(db, runOf(1, { closedAt: start }), playbookOf('counterfeit', 1)))
  expect((await use((db) => startOrResume(db, runOf(2), playbookOf('counterfeit', 1)))).id).toBe(id(2, 0xd))
})

test('two panels on one run lose nothing of each other', async () => {
  const { use } = freshDatabase()
  const { id: runId } = await use((db) => startOrResume(db, runOf(1), playbookOf('counterfeit', 1)))
  const labels = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(labels.map((label) => use((db) => changeRun(db, runId, (run) => done(run, label)))))
  expect((await use((db) => getRun(db, runId)))?.steps.map((step) => step.stepId).sort()).toEqual(labels)
})

test('a change that is refused leaves the run and the outbox as they were', async () => {
  const { use } = freshDatabase()
  const { id: runId } = await use((db) => startOrResume(db, runOf(1), playbookOf('counterfeit', 1)))
  const command = (run: Run) => ({ id: id(9), route: 'run' as const, params: {}, body: run, now: start })
  const refused = use((db) =>
    changeRun(
      db,
      runId,
      () => {
        throw new Error('open steps')
      },
      { command },
    ),
  )
  await expect(refused).rejects.toThrow('open steps')
  expect(await use(listOutbox)).toEqual([])
  await use((db) => changeRun(db, runId, (run) => ({ ...run, closedAt: start }), { command }))
  expect(await use(listOutbox)).toMatchObject([{ route: 'run', body: { closedAt: start } }])
})

test('a playbook never goes back to an older version', async () => {
  const { use } = freshDatabase()
  await use((db) => putPlaybook(db, playbookOf('refund', 2)))
  expect(await use((db) => putPlaybook(db, playbookOf('refund', 1)))).toBe(false)
  expect((await use(listPlaybooks)).map((playbook) => playbook.version)).toEqual([2])
})

test('the inbox keeps the newest revision of each', async () => {
  const { use } = freshDatabase()
  await use((db) => putReceived(db, recordOf(1, { revision: 2 })))
  await use((db) => putReceived(db, recordOf(1, { revision: 1 })))
  await use((db) => putReceived(db, recordOf(2)))
  expect((await use(listInbox)).map((record) => [record.number, record.revision])).toEqual([
    [2, 1],
    [1, 2],
  ])
  expect(await use((db) => getReceived(db, id(7)))).toBeNull()
})

test('a draft is kept until it is emptied', async () => {
  const { use } = freshDatabase()
  await use((db) => saveDraft(db, mira.id, { key: 'rule:1', text: 'because', savedAt: start }))
  expect(await use((db) => getDraft(db, mira.id, 'rule:1'))).toEqual({ key: 'rule:1', text: 'because', savedAt: start })
  await use((db) => saveDraft(db, mira.id, { key: 'rule:1', text: '', savedAt: start }))
  expect(await use((db) => getDraft(db, mira.id, 'rule:1'))).toBeNull()
})

test('only the token in use can be ended', async () => {
  const { use } = freshDatabase()
  await use((db) => saveSession(db, sessionOf(mira)))
  expect(await use((db) => endSession(db, 'an-older-token', 'revoked'))).toBe(false)
  expect((await use(getSession))?.state).toBe('active')
  expect(await use((db) => endSession(db, 'token-mira', 'revoked'))).toBe(true)
  expect(await use(getSession)).toMatchObject({ state: 'revoked', member: { id: mira.id } })
})

test('another member on this device does not find the inbox of the last one', async () => {
  const { use } = freshDatabase()
  await use((db) => saveSession(db, sessionOf(mira)))
  await use((db) => putReceived(db, recordOf(1)))
  await use((db) => saveSession(db, sessionOf(mira, { token: 'again' })))
  expect(await use(listInbox)).toHaveLength(1)
  await use((db) => saveSession(db, sessionOf(jonas)))
  expect(await use(listInbox)).toEqual([])
})

test('keys are the own ones of each member, and a theme is everybody’s at this device', async () => {
  const { use } = freshDatabase()
  const keys = { changed: { skip: 'q' }, charactersOff: false }
  await use((db) => changeSettings(db, mira.id, { keys }))
  await use((db) => changeSettings(db, jonas.id, { theme: 'dark' }))
  expect(await use((db) => getSettings(db, mira.id))).toEqual({ theme: 'dark', notifications: true, keys })
  expect(await use((db) => getSettings(db, jonas.id))).toEqual({ theme: 'dark', notifications: true })
})

test('settings and sites start with defaults and change one by one', async () => {
  const { use } = freshDatabase()
  expect(await use((db) => getSettings(db, null))).toEqual(defaultSettings)
  await Promise.all([use((db) => changeSettings(db, null, { theme: 'dark' })), use((db) => changeSettings(db, null, { notifications: false }))])
  expect(await use((db) => getSettings(db, null))).toEqual({ theme: 'dark', notifications: false })
  await use((db) => changeSiteState(db, 'https://desk.example.com', { enabled: true }))
  await use((db) => changeSiteState(db, 'https://desk.example.com', { granted: true }))
  expect(await use(listSiteStates)).toMatchObject([{ enabled: true, granted: true, rail: { width: 380 } }])
})
