// Published playbooks for the desk fixture. The documents are written out, so that the console is tried without the parser too.
import type { PlaybookDocument, PlaybookVersion, Step } from '../../lib/schema/playbook.ts'
import { counterfeitHash, fixtureNow, lead, otherLead } from './desk-fixture.ts'

const base = { detail: [], optional: false, when: null, evidence: null }
const words = (label: string) => ({ label, text: [{ type: 'text' as const, text: label }] })
const check = (id: string, label: string): Step => ({ ...base, ...words(label), id, kind: 'check' })

const counterfeitMarkdown = `---
title: Counterfeit listing report
severity: S2
owner: policy@team
review-every: 90d
triggers:
  - field: case.category
    is: [counterfeit, authenticity]
  - keywords: [fake, replica, "not authentic", "near:5 serial missing"]
---
Use this when a buyer or a brand says that an item is not genuine.

## Confirm
- [ ] Compare the listing photos with the brand guide {evidence: screenshot}
- [ ] Order value in USD {input: money, save: order.value}
- (?) Has the seller shown proof of authenticity?
  - Yes, and it checks out
    - [ ] Thank the buyer {snippet: authenticity-confirmed}
  - No, or it does not check out
    - [ ] Ask for proof {snippet: ask-for-proof}
    - [!] Escalate {queue: brand-protection, severity: S1, when: order.value >= 1000}

## Decide
- [=] Remove listing
- [=] No violation
`

const counterfeit: PlaybookDocument = {
  title: 'Counterfeit listing report',
  severity: 'S2',
  owner: 'policy@team',
  reviewEveryDays: 90,
  queue: 'brand-protection',
  triggers: [
    { kind: 'field', field: 'case.category', is: ['counterfeit', 'authenticity'] },
    { kind: 'keywords', terms: ['fake', 'replica', 'not authentic', 'near:5 serial missing'] },
  ],
  intro: [{ type: 'paragraph', children: [{ type: 'text', text: 'Use this when a buyer or a brand says that an item is not genuine.' }] }],
  sections: [
    {
      id: 'confirm',
      title: 'Confirm',
      prose: [],
      steps: [
        { ...base, ...words('Compare the listing photos with the brand guide'), id: 'compare', kind: 'check', evidence: 'screenshot' },
        { ...base, ...words('Order value in USD'), id: 'value', kind: 'input', input: 'money', save: 'order.value' },
        {
          ...base,
          ...words('Has the seller shown proof of authenticity?'),
          id: 'proof',
          kind: 'choice',
          options: [
            {
              id: 'yes',
              ...words('Yes, and it checks out'),
              steps: [{ ...base, ...words('Thank the buyer'), id: 'thank', kind: 'snippet', snippet: 'authenticity-confirmed' }],
            },
            {
              id: 'no',
              ...words('No, or it does not check out'),
              steps: [
                { ...base, ...words('Ask for proof'), id: 'ask', kind: 'snippet', snippet: 'ask-for-proof' },
                {
                  ...base,
                  ...words('Escalate'),
                  id: 'escalate',
                  kind: 'escalate',
                  queue: 'brand-protection',
                  severity: 'S1',
                  when: { op: 'compare', field: 'order.value', comparator: '>=', value: 1000 },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'decide',
      title: 'Decide',
      prose: [],
      steps: [
        {
          ...base,
          ...words('Decide'),
          id: 'decide',
          kind: 'decide',
          outcomes: [
            { id: 'remove', ...words('Remove listing') },
            { id: 'none', ...words('No violation') },
          ],
        },
      ],
    },
  ],
}

export function makeVersion(id: string, markdown: string): PlaybookVersion {
  const title = /^title: (.*)$/m.exec(markdown)?.[1] ?? id
  return {
    id,
    version: 1,
    hash: counterfeitHash,
    markdown,
    document: { ...counterfeit, title },
    note: '',
    publishedAt: fixtureNow,
    publishedBy: { id: lead.id, name: lead.name },
  }
}

function simple(id: string, title: string, severity: PlaybookDocument['severity'], daysAgo: number): PlaybookVersion[] {
  const document = { ...counterfeit, title, severity, sections: [{ id: 'steps', title: 'Steps', prose: [], steps: [check('first', 'Read the report twice')] }] }
  const markdown = `---\ntitle: ${title}\nseverity: ${severity}\n---\n## Steps\n- [ ] Read the report twice\n`
  return [{ ...makeVersion(id, markdown), document, note: 'First version', publishedAt: fixtureNow - daysAgo * 86_400_000 }]
}

export function fixturePlaybooks(): Map<string, PlaybookVersion[]> {
  const day = 86_400_000
  const notes = ['First version', 'Ask for the order value before anything else', 'Escalate at 1,000 USD instead of 2,000', 'Name the brand desk']
  const versions = notes.map((note, index) => ({
    ...makeVersion('counterfeit-listing', counterfeitMarkdown),
    version: index + 1,
    note,
    publishedAt: fixtureNow - (40 - index * 12) * day,
    publishedBy: index % 2 ? { id: otherLead.id, name: otherLead.name } : { id: lead.id, name: lead.name },
  }))
  return new Map([
    ['counterfeit-listing', versions],
    ['account-takeover', simple('account-takeover', 'Account takeover', 'S1', 3)],
    ['shill-bidding', simple('shill-bidding', 'Shill bidding', 'S3', 20)],
    ['item-not-received', simple('item-not-received', 'Item not received', 'S4', 61)],
    ['self-harm-on-stream', simple('self-harm-on-stream', 'Self-harm said or shown on a stream', 'S1', 9)],
    ['off-platform-payment', simple('off-platform-payment', 'Payment outside the app', 'S2', 12)],
  ])
}
