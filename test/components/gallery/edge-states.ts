// States that strain the layout: nothing there yet, texts that are too long, texts from right to left, a hub that is away.
import { startRun } from '../../../lib/domain/run.ts'
import type { PlaybookVersion } from '../../../lib/schema/playbook.ts'
import type { CaseView, RunView } from '../../../lib/schema/views.ts'
import { library, now, own, record, session, status, view } from './case-fixture.ts'
import { arabic, forty, longWords } from './edge-playbooks.ts'
import type { GalleryState } from './states.ts'

const common: GalleryState = { view, library, session, status }
const withView = (change: Partial<CaseView>): GalleryState => ({ ...common, view: { ...view, ...change } })
const endless = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const address = 'https://desk.example.com/tickets/1042/conversation/with/a/very/long/path/that/never/ends'

function run(playbook: PlaybookVersion): RunView {
  const started = startRun({ id: '00000000-0000-7000-8000-000000000f09', caseKey: view.context.key, playbook, memberId: null, now })
  return { run: started, playbook, newer: null }
}
const field = (label: string, value: string, index: number) => ({ name: `case.f${index}`, label, value })
const about = (title: string, fields: [string, string][]) => ({
  ...view.context,
  title,
  fields: fields.map(([label, value], index) => field(label, value, index)),
})
const asked = (text: string) => {
  const thread = record({}).thread.map((entry) => (entry.kind === 'question' ? { ...entry, text } : entry))
  const { content } = own()
  return own({
    local: 'sent',
    content: { ...content, note: text, queue: 'markenrechtsverletzungsbeschwerdestelle' },
    record: record({ status: 'asked', thread }),
  })
}
const long = about(`${endless} zerlegt: ${address}`, [
  ['Rückerstattungsempfängerin', endless],
  ['Category', 'Counterfeit'],
  ['Zahlungsabwicklungsdienstleister', address],
])
const rtl = about('حقيبة من مزاد الأحد ليست أصلية (LM-613204)', [
  ['Requester', 'أنا موريرا'],
  ['Category', 'Counterfeit'],
  ['Seller', 'שעונים ותכשיטים 24'],
])

export const edgeStates: Record<string, GalleryState> = {
  loading: { ...common, holds: 'case.get' },
  'case-refused': { ...common, failure: 'The browser does not let Handrail read this page.' },
  'long-suggestions': withView({
    context: long,
    matches: view.matches.map((match, index) => ({
      ...match,
      title: index === 1 ? endless : `${longWords.document.title} ${index + 1}`,
      reasons: [`the page says “${endless}”`, `Category is “${address}”`],
    })),
    others: [
      {
        ...{
          id: '00000000-0000-7000-8000-000000000e02',
          number: 41,
          caseKey: view.context.key,
          by: { id: own().id, name: 'Maximiliane-Charlotte Freifrau von Donaudampf' },
        },
        ...{ severity: 'S2' as const, status: 'delivered' as const, takenBy: null, receivedAt: now },
      },
    ],
  }),
  'long-run': withView({ context: long, runs: [run(longWords)] }),
  'long-thread': withView({ context: long, escalations: [asked(`${endless} ${address}`)] }),
  'forty-steps': withView({ runs: [run(forty)] }),
  'right-to-left-run': withView({ context: rtl, runs: [run(arabic)] }),
  'right-to-left': withView({
    context: { ...rtl, selection: 'هذه الحقيبة ليست أصلية' },
    matches: [{ ...view.matches[0]!, title: arabic.document.title, reasons: ['the page says “مقلّد”', 'Seller is “שעונים 24”'] }],
    escalations: [asked('أي المتجرين رفض الحقيبة، متجر Mill Street أم متجر المطار؟')],
  }),
  'held-offline': { ...withView({ escalations: [own()] }), status: { ...status, hub: 'unreachable', queued: 1 } },
}
