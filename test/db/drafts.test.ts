import { expect, test } from 'vitest'
import { adoptDrafts, getDraft, saveDraft } from '../../lib/db/drafts.ts'
import { getSession, saveSession } from '../../lib/db/session.ts'
import { write } from '../../lib/db/transact.ts'
import { failRequest } from './faults.ts'
import { freshDatabase, jonas, mira, sessionOf } from './sample.ts'

const key = 'escalate:desk:1042'
const savedAt = 1

function openDrafts() {
  const { use } = freshDatabase()
  return {
    use,
    text: (owner: string | null) => use(async (db) => (await getDraft(db, owner, key))?.text ?? null),
    type: (owner: string | null, text: string) => use((db) => saveDraft(db, owner, { key, text, savedAt })),
    adopt: (owner: string) => use((db) => write(db, ['drafts'], (tx) => adoptDrafts(tx, owner))),
  }
}

test('a member never meets what another had half typed', async () => {
  const { text, type } = openDrafts()
  await type(mira.id, 'between us')
  expect(await text(jonas.id)).toBeNull()
  await type(jonas.id, '')
  expect(await text(mira.id)).toBe('between us')
})

test('what was typed before anybody joined is found by the one who joins, and by nobody after', async () => {
  const { text, type, adopt } = openDrafts()
  await type(null, 'typed early')
  expect(await text(null)).toBe('typed early')
  await adopt(mira.id)
  expect([await text(mira.id), await text(jonas.id), await text(null)]).toEqual(['typed early', null, null])
})

test('a draft from before drafts had an owner is read, and does not come back once it was sent', async () => {
  const { use, text, type } = openDrafts()
  await use((db) => db.put('drafts', { key, text: 'of old', savedAt }))
  expect(await text(mira.id)).toBe('of old')
  await type(mira.id, '')
  expect(await text(mira.id)).toBeNull()
})

test('adopting takes nothing from what a member has typed since', async () => {
  const { use, text, type, adopt } = openDrafts()
  await use((db) => db.put('drafts', { key: `nobody:${key}`, text: 'typed early', savedAt }))
  await use((db) => db.put('drafts', { key: `${mira.id}:${key}`, text: 'typed late', savedAt }))
  await type(jonas.id, 'mine')
  await adopt(mira.id)
  expect([await text(mira.id), await text(jonas.id)]).toEqual(['typed late', 'mine'])
})

test('joining takes it over in the step that joins, or does not join', async () => {
  let isReached = true
  for (let n = 1; isReached; n += 1) {
    const { use, text, type } = openDrafts()
    await type(null, 'typed early')
    isReached = await failRequest(n, () => use((db) => saveSession(db, sessionOf(mira))))
    const isJoined = (await use(getSession)) !== null
    const places = await use((db) => db.getAllKeys('drafts'))
    expect([isJoined, places]).toEqual(isReached ? [false, [`nobody:${key}`]] : [true, [`${mira.id}:${key}`]])
    expect(await text(mira.id)).toBe('typed early')
  }
})
