// A playbook with a step of every kind, and the snippets it names.

import type { PlaybookVersion, Step } from '../../../lib/schema/playbook.ts'
import type { Block, Inline } from '../../../lib/schema/rich-text.ts'
import type { Snippet } from '../../../lib/schema/snippet.ts'

export const hash = 'a'.repeat(64)
export const lead = { id: '00000000-0000-7000-8000-0000000000aa', name: 'Lea Brandt' }
const publishedAt = Date.UTC(2026, 10, 2, 9)

const text = (words: string): Inline[] => [{ type: 'text', text: words }]
const prose = (words: string): Block => ({ type: 'paragraph', children: text(words) })
const base = (id: string, label: string) => ({ id, label, text: text(label), detail: [] as Block[], optional: false, when: null, evidence: null })
const check = (id: string, label: string, more: Partial<Step> = {}): Step => ({ ...base(id, label), kind: 'check', ...more }) as Step

export const counterfeit: PlaybookVersion = {
  id: 'counterfeit-listing',
  version: 3,
  hash,
  markdown: '',
  note: 'Clearer proof rules',
  publishedAt,
  publishedBy: lead,
  document: {
    title: 'Counterfeit listing report',
    severity: 'S2',
    owner: 'policy@team',
    reviewEveryDays: 90,
    queue: 'brand-protection',
    triggers: [],
    intro: [prose('Use this when a buyer or a brand says that an item is not genuine.')],
    sections: [
      {
        id: 'confirm',
        title: 'Confirm',
        prose: [],
        steps: [
          check('compare', 'Compare the listing photos with the brand guide', {
            detail: [prose('Look at stitching, logo and serial plate. Three differences are enough; one is not.')],
          }),
          { ...base('value', 'Order value in USD'), kind: 'input', input: 'money', save: 'order.value' },
          check('history', 'Check the seller for earlier reports', { optional: true }),
          {
            ...base('proof', 'Has the seller shown proof of authenticity?'),
            kind: 'choice',
            options: [
              {
                id: 'yes',
                label: 'Yes, and it checks out',
                text: text('Yes'),
                steps: [{ ...base('thank', 'Thank the buyer'), kind: 'snippet', snippet: 'authenticity-confirmed' }],
              },
              {
                id: 'no',
                label: 'No, or it does not check out',
                text: text('No'),
                steps: [
                  { ...base('ask', 'Ask for proof'), kind: 'snippet', snippet: 'ask-for-proof' },
                  { ...base('hand-over', 'Hand the case to brand protection'), kind: 'escalate', queue: 'brand-protection', severity: 'S1' },
                ],
              },
            ],
          },
          check('note', 'Write down which listing was compared', { evidence: 'note' }),
        ],
      },
      {
        id: 'decide',
        title: 'Decide',
        prose: [],
        steps: [
          check('buyer', 'Tell the buyer what happens next'),
          {
            ...base('outcome', 'Decide on the listing'),
            kind: 'decide',
            outcomes: [
              { id: 'remove', label: 'Remove listing', text: text('Remove listing') },
              { id: 'keep', label: 'No violation', text: text('No violation') },
            ],
          },
        ],
      },
    ],
  },
}

export const checklist: PlaybookVersion = {
  ...counterfeit,
  id: 'item-not-received',
  version: 7,
  document: {
    ...counterfeit.document,
    title: 'Item not received',
    severity: 'S3',
    queue: null,
    sections: [
      {
        id: 'steps',
        title: 'Steps',
        prose: [],
        steps: [
          'Check the tracking number with the carrier',
          'Compare the delivery address with the order',
          'Look for an earlier claim by the same buyer',
          'Ask the seller for the proof of posting',
          'Wait two working days for the answer of the seller',
          'Check whether the stream promised a delivery date',
          'Refund when the tracking shows no movement for ten days',
          'Tell the buyer and close the ticket',
        ].map((label, index) => check(`step-${index}`, label)),
      },
    ],
  },
}

/** Steps that demand their evidence, and words that lead to another playbook. */
export const handover: PlaybookVersion = {
  ...counterfeit,
  id: 'hand-over',
  version: 2,
  document: {
    ...counterfeit.document,
    title: 'Hand a seller over',
    sections: [
      {
        id: 'steps',
        title: 'Steps',
        prose: [],
        steps: [
          check('other', 'Work through Item not received first', {
            text: [...text('Work through '), { type: 'link', url: 'playbook:item-not-received', children: text('Item not received') }, ...text(' first')],
          }),
          {
            ...base('value', 'Value at stake, as in Counterfeit listing report'),
            text: [...text('Value at stake, as in '), { type: 'link', url: 'playbook:counterfeit-listing', children: text('Counterfeit listing report') }],
            kind: 'input',
            input: 'money',
            save: 'seller.value',
          },
          { ...base('send', 'Hand the seller over'), kind: 'escalate', queue: 'brand-protection', severity: 'S1' },
          { ...base('prove', 'Hand the listing over'), kind: 'escalate', queue: 'listings', severity: 'S2', evidence: 'link' },
          check('photo', 'Photograph the listing', { evidence: 'screenshot' }),
          check('say', 'Write down who was told', { evidence: 'note' }),
        ],
      },
    ],
  },
}

export const snippets: Snippet[] = [
  {
    id: 'ask-for-proof',
    version: 1,
    hash,
    title: 'Ask for proof of authenticity',
    tags: ['counterfeit'],
    body: 'Hello {{case.seller}},\n\na buyer has asked us about the authenticity of the item in order {{order.id}}. Please send the **invoice of your supplier** within 48 hours.\n\nKind regards',
    publishedAt,
  },
  {
    id: 'authenticity-confirmed',
    version: 2,
    hash,
    title: 'Authenticity confirmed',
    tags: [],
    body: 'Good news, {{case.requester|there}}: the item is genuine.',
    publishedAt,
  },
]
