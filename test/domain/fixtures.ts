// Small, valid records that the domain tests bend.
import type { EscalationContent } from '../../lib/schema/escalation.ts'
import type { PlaybookVersion, Section, Step, Trigger } from '../../lib/schema/playbook.ts'

export const mira = { id: '01890000-0000-7000-8000-000000000001', name: 'Mira' }
export const lea = { id: '01890000-0000-7000-8000-000000000002', name: 'Lea' }
export const omar = { id: '01890000-0000-7000-8000-000000000003', name: 'Omar' }

const base = (id: string) => ({ id, text: [{ type: 'text' as const, text: id }], label: id, detail: [], optional: false, when: null, evidence: null })
export const check = (id: string, more: Partial<Step> = {}): Step => ({ ...base(id), kind: 'check', ...more }) as Step
export const input = (id: string, type: 'text' | 'money', save: string): Step => ({ ...base(id), kind: 'input', input: type, save })
export const choice = (id: string, options: Record<string, Step[]>): Step => ({
  ...base(id),
  kind: 'choice',
  options: Object.entries(options).map(([option, steps]) => ({ id: option, label: option, text: [], steps })),
})
export const decide = (id: string, ...outcomes: string[]): Step => ({
  ...base(id),
  kind: 'decide',
  outcomes: outcomes.map((outcome) => ({ id: outcome, label: outcome, text: [] })),
})

export function playbook(steps: Step[], triggers: Trigger[] = [], id = 'counterfeit'): PlaybookVersion {
  const section: Section = { id: 'steps', title: 'Steps', prose: [], steps }
  return {
    id,
    version: 3,
    hash: 'a'.repeat(64),
    markdown: '',
    note: '',
    publishedAt: 1,
    publishedBy: lea,
    document: { title: id, severity: 'S2', owner: null, reviewEveryDays: null, queue: null, triggers, intro: [], sections: [section] },
  }
}

export const content: EscalationContent = {
  id: '01890000-0000-7000-8000-00000000000a',
  case: {
    key: 'demo-desk:1042',
    siteId: 'demo-desk',
    caseId: '1042',
    url: 'http://127.0.0.1:4310/tickets/1042',
    title: 'Counterfeit handbag',
    fields: [{ name: 'case.category', label: 'Category', value: 'Counterfeit' }],
    selection: '',
    access: 'profile',
    capturedAt: 1,
  },
  queue: 'leads',
  severity: 'S2',
  note: '',
  run: null,
  maskedCount: 0,
  missing: [],
  via: 'panel',
  createdAt: 1,
}
