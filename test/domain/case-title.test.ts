import { expect, test } from 'vitest'
import { caseDetails, caseTitle } from '../../lib/domain/case-title.ts'
import { content } from './fixtures.ts'

const subject = { name: 'case.subject', label: 'Subject', value: 'A bag' }
const id = { name: 'case.id', label: 'Case', value: '1042' }
const empty = { ...content.case, fields: [], title: '', caseId: null, url: '' }

test.each([
  [{ ...content.case, fields: [id, subject] }, 'A bag'],
  [content.case, 'Counterfeit handbag'],
  [{ ...empty, caseId: '7' }, '7'],
  [{ ...empty, url: 'https://x.example/a' }, 'https://x.example/a'],
  [empty, 'demo-desk:1042'],
  [{ ...empty, access: 'none' as const, key: 'unread-page/7-0a' }, 'A page that could not be read'],
])('the title of case %# is the best that is known', (context, title) => expect(caseTitle(context)).toBe(title))

test('what the title says is not said again', () => {
  const fields = [id, subject, ...content.case.fields, { name: 'case.seller', label: 'Seller', value: '' }]
  expect(caseDetails({ ...content.case, fields }).map(({ label }) => label)).toEqual(['Category'])
})
