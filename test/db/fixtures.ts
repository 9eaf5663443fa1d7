// One database as each version wrote it: frozen with its migration, rows by store.
export interface Row {
  key?: string
  value: unknown
}

const member = { id: '00000000-0000-7000-800a-000000000001', name: 'Mira', role: 'agent', joinedAt: 1 }
const content = {
  id: '00000000-0000-7000-8000-000000000001',
  case: { key: 'd:1', siteId: 'd', caseId: '1', url: 'https://d.example.com/1', title: 'One', fields: [], selection: '', access: 'profile', capturedAt: 1 },
  queue: 'leads',
  severity: 'S1',
  note: '',
  run: null,
  maskedCount: 0,
  missing: [],
  via: 'panel',
  createdAt: 1,
}
const escalation = { id: content.id, caseKey: 'd:1', memberId: null, content, hash: 'a'.repeat(64), local: 'queued', sendAfter: 1, problem: null, record: null }
const waiting = { memberId: null, createdAt: 1, sendAfter: 1, attempts: 0, nextAttemptAt: 0, state: 'waiting', problem: null }

const first: Record<string, Row[]> = {
  drafts: [{ value: { key: 'escalate:d:1', text: 'half a sentence', savedAt: 1 } }],
  escalations: [{ value: escalation }],
  outbox: [{ value: { id: content.id, order: 1, route: 'escalate', params: {}, body: content, ...waiting } }],
  members: [{ value: member }],
  meta: [
    { key: 'nextOrder', value: 2 },
    { key: 'cursor', value: 7 },
  ],
}

export const fixtures: Record<string, Row[]>[] = [first, first]
