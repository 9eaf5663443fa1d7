import { expect, test } from 'vitest'
import { getWorked, listWorked } from '../../lib/db/cases.ts'
import { carryOpenRuns, changeRun, startOrResume } from '../../lib/db/runs.ts'
import { saveSession } from '../../lib/db/session.ts'
import type { Run } from '../../lib/schema/run.ts'
import { freshDatabase, id, jonas, mira, playbookOf, runOf, sessionOf, start } from './sample.ts'

const book = playbookOf('counterfeit', 1)
const place = { key: 'demo-desk:1', title: 'Ticket 1', url: 'https://desk.example.com/ticket/1', siteName: 'Demo desk' }
const note = (run: Run) => ({
  place,
  progress: { runId: run.id, playbookId: run.playbook.id, title: run.playbook.title, done: run.steps.length, skipped: 0, notApplicable: 0, total: 1 },
})
const week = 7 * 24 * 60 * 60 * 1000

test('a case is kept with its first run, follows each change, and is forgotten a week after it was closed', async () => {
  const { use } = freshDatabase()
  await use((db) => startOrResume(db, runOf(1), book, note))
  const ticked = (run: Run): Run => ({ ...run, steps: [{ stepId: 'look', state: 'done', at: start }], updatedAt: start + 5 })
  await use((db) => changeRun(db, id(1, 0xd), ticked, { note }))
  expect(await use((db) => listWorked(db, mira.id, start))).toMatchObject([{ place, workedAt: start + 5, runs: [{ done: 1, isOpen: true }] }])
  await use((db) => changeRun(db, id(1, 0xd), (run) => ({ ...run, closedAt: start + 9 })))
  expect(await use((db) => listWorked(db, mira.id, start + week))).toMatchObject([{ place, runs: [{ done: 1, isOpen: false }] }])
  expect(await use((db) => listWorked(db, mira.id, start + 10 + week))).toEqual([])
  expect(await use((db) => db.count('cases'))).toBe(0)
})

test('a run that could not be written leaves no case behind', async () => {
  const { use } = freshDatabase()
  await use((db) => startOrResume(db, runOf(1), book, note))
  const broken = () => {
    throw new Error('no')
  }
  await expect(use((db) => changeRun(db, id(1, 0xd), (run) => ({ ...run, updatedAt: start + 5 }), { command: broken, note }))).rejects.toThrow('no')
  expect(await use((db) => listWorked(db, mira.id, start))).toMatchObject([{ workedAt: start }])
})

test('members of one device are kept apart, and what nobody had joined for is adopted', async () => {
  const { use } = freshDatabase()
  await use((db) => startOrResume(db, runOf(1, { memberId: null }), book, note))
  expect(await use((db) => listWorked(db, null, start))).toHaveLength(1)
  await use((db) => saveSession(db, sessionOf(mira)))
  expect(await use((db) => getWorked(db, mira.id, 'demo-desk:1'))).toMatchObject({ memberId: mira.id, runs: [{ isOpen: true }] })
  await use((db) => saveSession(db, sessionOf(jonas)))
  expect(await use((db) => listWorked(db, jonas.id, start))).toEqual([])
  expect(await use((db) => listWorked(db, mira.id, start))).toHaveLength(1)
})

test('runs from before cases were kept are found once', async () => {
  const { use } = freshDatabase()
  const key = 'https://desk.example.com/a'
  await use((db) => db.put('runs', runOf(1, { caseKey: key })))
  expect(await use((db) => listWorked(db, mira.id, start))).toMatchObject([{ place: { key, title: key, url: key }, runs: [{ isOpen: true }] }])
  await use((db) => db.put('runs', runOf(2, { caseKey: 'other:2' })))
  expect(await use((db) => listWorked(db, mira.id, start))).toHaveLength(1)
})

test('what was begun on a page that could not be read moves to its case', async () => {
  const { use } = freshDatabase()
  await use((db) => startOrResume(db, runOf(1, { caseKey: 'unread-page/7-a' }), book, note))
  await use((db) => carryOpenRuns(db, 'unread-page/7-a', place.key, place))
  expect(await use((db) => listWorked(db, mira.id, start))).toMatchObject([{ place, runs: [{ total: 1, isOpen: true }] }])
})
