// Frozen: stores for cases at work, pictures taken as evidence, what went between colleagues, and what members keep for themselves.
import type { Migration } from './list.ts'

export const atWork: Migration = (db) => {
  db.createObjectStore('cases', { keyPath: 'key' }).createIndex('workedAt', 'workedAt')
  db.createObjectStore('images', { keyPath: 'hash' })
  db.createObjectStore('handovers', { keyPath: 'id' })
  db.createObjectStore('receipts', { keyPath: ['playbookId', 'version', 'kind'] })
  db.createObjectStore('flags', { keyPath: 'id' })
  db.createObjectStore('coaching', { keyPath: 'id' })
  db.createObjectStore('ownSnippets', { keyPath: 'id' })
  db.createObjectStore('counts', { keyPath: 'key' })
}
