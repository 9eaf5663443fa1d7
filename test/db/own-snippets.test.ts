import { describe, expect, test } from 'vitest'
import { listOwnSnippets, removeOwnSnippet, saveOwnSnippet } from '../../lib/db/own-snippets.ts'
import { saveSession } from '../../lib/db/session.ts'
import { mostOwnSnippets, type OwnSnippet } from '../../lib/schema/own-snippet.ts'
import { freshDatabase, id, jonas, mira, sessionOf, start } from './sample.ts'

const own = (n: number, change: Partial<OwnSnippet> = {}): OwnSnippet => {
  return { id: id(n), memberId: mira.id, title: `Title ${n}`, body: 'Hello', createdAt: start, updatedAt: start, ...change }
}

describe('own snippets', () => {
  test('are changed in place, keep when they were made, and stand by title', async () => {
    const { use } = freshDatabase()
    await use((db) => saveOwnSnippet(db, own(1, { title: 'Zebra' })))
    await use((db) => saveOwnSnippet(db, own(2, { title: 'Ask' })))
    await use((db) => saveOwnSnippet(db, own(1, { title: 'Badger', createdAt: start + 9, updatedAt: start + 9 })))
    expect(await use((db) => listOwnSnippets(db, mira.id))).toMatchObject([{ title: 'Ask' }, { title: 'Badger', createdAt: start, updatedAt: start + 9 }])
  })
  test('are not seen, changed or deleted by another member of the device', async () => {
    const { use } = freshDatabase()
    await use((db) => saveOwnSnippet(db, own(1)))
    expect(await use((db) => listOwnSnippets(db, jonas.id))).toEqual([])
    expect(await use((db) => saveOwnSnippet(db, own(1, { memberId: jonas.id, title: 'Taken' })))).toBeNull()
    await use((db) => removeOwnSnippet(db, jonas.id, id(1)))
    expect(await use((db) => listOwnSnippets(db, mira.id))).toMatchObject([{ title: 'Title 1' }])
    await use((db) => removeOwnSnippet(db, mira.id, id(1)))
    expect(await use((db) => listOwnSnippets(db, mira.id))).toEqual([])
  })
  test('that were written before anybody joined become those of the first who joins', async () => {
    const { use } = freshDatabase()
    await use((db) => saveOwnSnippet(db, own(1, { memberId: null })))
    await use((db) => saveSession(db, sessionOf(mira)))
    expect([await use((db) => listOwnSnippets(db, mira.id)), await use((db) => listOwnSnippets(db, null))]).toMatchObject([[{ title: 'Title 1' }], []])
  })
  test('come to an end at their limit, for each member', async () => {
    const { use } = freshDatabase()
    await use(async (db) => {
      for (let n = 0; n < mostOwnSnippets; n++) await db.put('ownSnippets', own(n))
    })
    expect(await use((db) => saveOwnSnippet(db, own(999)))).toBeNull()
    expect(await use((db) => saveOwnSnippet(db, own(1, { title: 'Changed' })))).not.toBeNull()
    expect(await use((db) => saveOwnSnippet(db, own(999, { memberId: jonas.id })))).not.toBeNull()
  })
})
