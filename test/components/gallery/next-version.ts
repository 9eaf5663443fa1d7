// The version after the fixture's: a step reworded, one new, one gone, an option more.
import { marksAfter } from '../../../lib/domain/rollout.ts'
import type { PlaybookVersion, Step } from '../../../lib/schema/playbook.ts'
import type { Rollout } from '../../../lib/schema/rollout.ts'
import { counterfeit } from './playbook-fixture.ts'

function edited(step: Step): Step[] {
  const reword = (label: string): Step => ({ ...step, label, text: [{ type: 'text', text: label }] })
  if (step.id === 'compare') return [{ ...step, evidence: 'note' }]
  if (step.id === 'value') return [{ ...step, id: 'paid' }, { ...reword('Save the listing as a page'), id: 'save', kind: 'check' } as Step]
  if (step.id === 'history') return []
  if (step.id === 'proof' && step.kind === 'choice') {
    const later = { id: 'later', label: 'Not within three days', text: [], steps: [] }
    return [{ ...step, options: [...step.options, later] }]
  }
  if (step.id === 'note') return [{ ...reword('Write down which listing was compared with which guide'), when: { op: 'known', field: 'order.value' } }]
  return [step]
}

export function nextVersion(rollout: Rollout): PlaybookVersion {
  const document = structuredClone(counterfeit.document)
  for (const section of document.sections) section.steps = section.steps.flatMap(edited)
  const version = counterfeit.version + 1
  return { ...counterfeit, version, hash: 'b'.repeat(64), note: 'Proof has a deadline now', document, rollout, marks: marksAfter(undefined, version, rollout) }
}
