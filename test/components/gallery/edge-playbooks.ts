// Playbooks that strain a narrow panel: words without an end, forty steps, texts from right to left and in both directions at once.
import type { PlaybookVersion, Step } from '../../../lib/schema/playbook.ts'
import type { Block, Inline } from '../../../lib/schema/rich-text.ts'
import { counterfeit } from './playbook-fixture.ts'

const text = (words: string): Inline[] => [{ type: 'text', text: words }]
const prose = (words: string): Block => ({ type: 'paragraph', children: text(words) })
const base = (id: string, label: string) => ({ id, label, text: text(label), detail: [] as Block[], optional: false, when: null, evidence: null })
const check = (id: string, label: string, more: Partial<Step> = {}): Step => ({ ...base(id, label), kind: 'check', ...more }) as Step

function playbook(id: string, title: string, intro: string, steps: Step[]): PlaybookVersion {
  const document = { ...counterfeit.document, title, intro: [prose(intro)], queue: null, sections: [{ id: 'steps', title: 'Steps', prose: [], steps }] }
  return { ...counterfeit, id, document }
}

const link: Inline = { type: 'link', url: 'https://policy.example.com/aufbewahrung', children: text('Aufbewahrungsrichtlinie') }

export const longWords = playbook(
  'long-words',
  'Rechtsschutzversicherungsgesellschaftsmeldung und Markenrechtsverletzungsbeschwerdebearbeitung für Liveauktionen',
  'https://desk.example.com/a/very/long/address/without/any/space/that/somebody/pasted/into/the/introduction/of/this/playbook?with=parameters',
  [
    check('save', 'Kraftfahrzeughaftpflichtversicherungsbescheinigung der Verkäuferin sichern und Donaudampfschifffahrtsgesellschaftskapitänspatent ansehen', {
      evidence: 'note',
      detail: [
        prose('Lebensmittelunverträglichkeitskennzeichnungsverordnung: https://policy.example.com/very-long-address-without-a-break-anywhere-in-it.'),
        { type: 'code', language: '', text: 'const unbreakable = "0123456789012345678901234567890123456789012345678901234567890123456789"' },
        {
          type: 'table',
          head: [text('Versandkostenrückerstattungsanspruch'), text('Betrag'), text('Zuständigkeit')],
          rows: [[text('Grundstücksverkehrsgenehmigungszuständigkeit'), text('1.250,00'), text('Zahlungsabteilung')]],
        },
      ],
    }),
    { ...base('value', 'Gesamtrückerstattungsbetragsobergrenze in US-Dollar'), kind: 'input', input: 'money', save: 'order.value' },
    {
      ...base('proof', 'Wurde die Unbedenklichkeitsbescheinigung der Markenrechtsinhaberin vorgelegt?'),
      kind: 'choice',
      options: [
        {
          id: 'yes',
          label: 'Ja, die Unbedenklichkeitsbescheinigung liegt vollständig vor',
          text: [...text('Ja, siehe '), link],
          steps: [check('a', 'Danken')],
        },
        { id: 'no', label: 'Nein, oder nur eine Nichtzuständigkeitserklärung', text: text('Nein'), steps: [check('b', 'Nachfragen')] },
      ],
    },
    {
      ...base('hand', 'An die Betriebsabteilung geben'),
      kind: 'escalate',
      queue: 'markenrechtsverletzungsbeschwerdebearbeitungsstelle-international',
      severity: 'S1',
    },
  ],
)

export const forty = playbook(
  'forty-steps',
  'Forty steps',
  'A list that nobody sees at once.',
  Array.from({ length: 40 }, (_, index) => check(`step-${index}`, `Check number ${index + 1} of the long list, and write down what was found`)),
)

export const arabic = playbook('arabic', 'بلاغ عن منتج مقلّد', 'استخدم هذا عندما يقول المشتري إن السلعة غير أصلية.', [
  check('save', 'احفظ صفحة العرض كما هي الآن قبل أن يغيّرها البائع', { evidence: 'note', detail: [prose('انظر إلى الخياطة والشعار والرقم التسلسلي.')] }),
  { ...base('value', 'قيمة الطلب LM-613204 بالدولار'), kind: 'input', input: 'money', save: 'order.value' },
  {
    ...base('proof', 'هل قدّم البائع ما يثبت أن السلعة أصلية؟'),
    kind: 'choice',
    options: [
      { id: 'yes', label: 'نعم، والإثبات صحيح', text: text('نعم'), steps: [check('a', 'اشكر المشتري')] },
      { id: 'no', label: 'لا، أو الإثبات غير كافٍ', text: text('لا'), steps: [check('b', 'اطلب الإثبات')] },
    ],
  },
  check('mixed', 'Compare the שעון with the photo of the בעלים'),
])
