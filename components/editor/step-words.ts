// What a step asks beside its own text: what is saved, which snippet, where it goes, and when it applies.
import { takesWords } from '../../lib/domain/input.ts'
import type { Step } from '../../lib/schema/playbook.ts'
import { conditionSentence } from './condition-sentence.ts'

const evidence = { note: 'a note', link: 'a link', screenshot: 'a screenshot', selection: 'the selected text' } as const

function ofKind(step: Step): string[] {
  switch (step.kind) {
    case 'input':
      return [`${takesWords(step)}, saved as ${step.save}`]
    case 'snippet':
      return [`snippet ${step.snippet}`]
    case 'escalate':
      return [`to ${step.queue ?? 'leads'}${step.severity ? ` as ${step.severity}` : ''}`]
    case 'jump':
      return [`goes on at ${step.to}`]
    default:
      return []
  }
}

export function stepWords(step: Step): string[] {
  const words = ofKind(step)
  if (step.evidence) words.push(`needs ${evidence[step.evidence]}`)
  if (step.when) words.push(`only when ${conditionSentence(step.when)}`)
  if (step.optional) words.push('optional')
  return words
}
