// Frozen: the stores of the first landing.
import type { Migration } from './list.ts'

export const first: Migration = (db) => {
  db.createObjectStore('playbooks', { keyPath: 'id' })
  db.createObjectStore('playbookVersions', { keyPath: ['id', 'version'] })
  db.createObjectStore('snippets', { keyPath: 'id' })
  db.createObjectStore('sites', { keyPath: 'id' })
  db.createObjectStore('runs', { keyPath: 'id' }).createIndex('caseKey', 'caseKey')
  db.createObjectStore('escalations', { keyPath: 'id' }).createIndex('caseKey', 'caseKey')
  db.createObjectStore('inbox', { keyPath: 'content.id' })
  db.createObjectStore('summaries', { keyPath: 'id' }).createIndex('caseKey', 'caseKey')
  db.createObjectStore('members', { keyPath: 'id' })
  db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('order', 'order', { unique: true })
  db.createObjectStore('drafts', { keyPath: 'key' })
  db.createObjectStore('meta')
}
