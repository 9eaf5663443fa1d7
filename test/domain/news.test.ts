import { describe, expect, test } from 'vitest'
import { answerFlag, receiveFlag } from '../../lib/domain/flag.ts'
import { newsItems, withUnread } from '../../lib/domain/news.ts'
import { openFlagsOf } from '../../lib/domain/own-flags.ts'
import { groupOf, isFound } from '../../lib/domain/own-groups.ts'
import { versionNews } from '../../lib/domain/version-news.ts'
import type { OwnEscalation } from '../../lib/schema/escalation.ts'
import type { OwnFlag } from '../../lib/schema/flag.ts'
import type { VersionNews } from '../../lib/schema/news.ts'
import type { Receipt } from '../../lib/schema/receipt.ts'
import { contentOf, flagOf, id, lena, mira, noteOf, playbookOf, recordOf } from '../db/sample.ts'

const ref = ({ id, name }: typeof mira) => ({ id, name })
const day = 86_400_000
const now = 100 * day
const reader = { id: mira.id, joinedAt: 50 * day }
const published = (slug: string, version: number, at: number, change: object = {}) => ({ ...playbookOf(slug, version), publishedAt: at, ...change })
const seen = (playbookId: string, version: number): Receipt => ({ playbookId, version, memberId: mira.id, kind: 'seen', at: 1 })

describe('versions that are news', () => {
  const told = (playbook: ReturnType<typeof published>, receipts: Receipt[] = [], read: string[] = []) =>
    versionNews([playbook], receipts, read, reader, now)[0]

  test('are those that others published since the member joined', () => {
    expect(told(published('old', 3, 40 * day))).toBeUndefined()
    expect(told(published('mine', 3, 90 * day, { publishedBy: ref(mira) }))).toBeUndefined()
    expect(told(published('new', 3, 90 * day), [seen('new', 2)])).toMatchObject({ playbookId: 'new', version: 3, since: 2, isOwed: false, isMet: false })
  })
  test('and what has to be confirmed, however old', () => {
    expect(told(published('owed', 3, 40 * day, { confirmFrom: 2 }))).toMatchObject({ isOwed: true, since: null })
  })
  test('stay until they are read, and a while after', () => {
    expect(told(published('new', 3, 60 * day))).toMatchObject({ version: 3 })
    expect(told(published('new', 3, 60 * day), [], ['version:new:3'])).toBeUndefined()
    expect(told(published('new', 3, 90 * day), [], ['version:new:3'])).toMatchObject({ version: 3 })
  })
  test('are compared with one that was read as news', () => expect(told(published('new', 9, 90 * day), [seen('new', 2)], ['version:new:6'])?.since).toBe(6))
})

const version = (change: Partial<VersionNews> = {}): VersionNews => ({
  ...{ playbookId: 'refund', version: 2, title: 'Refund', note: '', by: ref(lena), at: 5, since: 1, isOwed: false, isMet: false },
  ...change,
})
const own = (n: number, change: Partial<OwnFlag> = {}): OwnFlag => ({ id: id(n), content: flagOf(n), local: 'sent', sendAfter: 0, record: null, ...change })
const looking = () => answerFlag(receiveFlag(flagOf(1), ref(mira), 1), { id: id(7, 0x9), kind: 'looking', by: ref(lena), at: 9, text: '', version: null })

describe('the list of news', () => {
  const none = { versions: [], flags: [], notes: [], read: [] }
  test('puts what has to be confirmed first, then the newest', () => {
    const versions = [version({ playbookId: 'late', at: 20 }), version({ playbookId: 'owed', at: 1, isOwed: true })]
    expect(newsItems({ ...none, versions, notes: [{ note: noteOf(1, { at: 10 }), waiting: null }] }).map(({ key }) => key)).toEqual([
      'version:owed:2',
      'version:late:2',
      `note:${id(1, 0x5)}`,
    ])
  })
  test.each([
    ['a version', { versions: [version()] }, 1],
    ['a version that was read', { versions: [version()], read: ['version:refund:2'] }, 0],
    ['a version that was met on a case', { versions: [version({ isMet: true })] }, 0],
    ['a version to confirm, read or met', { versions: [version({ isOwed: true, isMet: true })], read: ['version:refund:2'] }, 1],
    ['a flag without an answer', { flags: [own(1)] }, 0],
    ['a flag with an answer', { flags: [own(1, { record: looking() })] }, 1],
    ['a flag with an answer that was read', { flags: [own(1, { record: looking() })], read: [`flag:${id(1)}:${id(7, 0x9)}`] }, 0],
    ['a note', { notes: [{ note: noteOf(1), waiting: null }] }, 1],
    ['a note that was replied to', { notes: [{ note: { ...noteOf(1), replies: [{ id: id(2), at: 1, text: '' }] }, waiting: null }] }, 0],
    ['a note whose reply waits here', { notes: [{ note: noteOf(1), waiting: { id: id(2), at: 1, text: '' } }] }, 0],
  ])('counts %s', (_what, news, unread) => expect(withUnread({ ...none, ...news }).unread).toBe(unread))
})

test('under a step stand its own flags that are not settled', () => {
  const settled = answerFlag(looking(), { id: id(8, 0x9), kind: 'declined', by: ref(lena), at: 10, text: 'No', version: null })
  const whole = own(3, { content: { ...flagOf(3), stepId: null } })
  const flags = [own(1, { record: looking() }), own(2, { record: settled }), whole]
  expect(openFlagsOf(flags, 'counterfeit', 'look').map((flag) => flag.id)).toEqual([id(1)])
  expect(openFlagsOf(flags, 'counterfeit', null)).toEqual([whole])
  expect(openFlagsOf(flags, 'other', 'look')).toEqual([])
})

describe('own escalations', () => {
  const base = (change: Partial<OwnEscalation>): OwnEscalation => ({
    ...{
      id: id(1),
      caseKey: 'demo-desk:1',
      memberId: mira.id,
      content: contentOf(1),
      hash: 'a'.repeat(64),
      local: 'sent',
      sendAfter: 0,
      problem: null,
      record: recordOf(1),
    },
    ...change,
  })
  const answer = { id: id(4), kind: 'answer', text: 'Yes', severity: null, at: 1 } as const
  test.each([
    ['waiting', { record: recordOf(1, { status: 'asked' }) }],
    ['open', { record: recordOf(1, { status: 'asked' }), waiting: [answer] }],
    ['waiting', { local: 'refused', record: null }],
    ['open', { local: 'queued', record: null }],
    ['open', { record: recordOf(1, { status: 'taken' }) }],
    ['over', { record: recordOf(1, { status: 'ruled' }) }],
    ['over', { record: recordOf(1, { status: 'withdrawn' }) }],
    ['over', { local: 'undone', record: null }],
  ] as const)('are %s: %j', (group, change) => expect(groupOf(base(change as Partial<OwnEscalation>))).toBe(group))

  test.each([
    ['ticket', true],
    ['#1 counterfeit', true],
    ['NOTE 1', true],
    ['nowhere', false],
    ['ticket nowhere', false],
  ])('are found by %j: %s', (query, isThere) => expect(isFound(base({}), query)).toBe(isThere))
})
