// Neighbouring [=] items are the outcomes of one decision. What is said of the decision as a whole is written on each of them,
// so that a condition on one outcome is never taken for a condition on all.
import type { ListItem } from 'mdast'
import type { StepOf } from '../schema/playbook.ts'
import { type Attributes, readAttributes } from './attributes.ts'
import { readLine } from './line.ts'
import { placeOf } from './problem.ts'
import { mark, type Reading } from './reading.ts'
import type { Standing } from './steps.ts'

export interface OpenDecision {
  step: StepOf<'decide'>
  shared: string
}

/** The decision that the outcome belongs to: `open`, or a new one; null when there is none yet. */
export function addOutcome(item: ListItem, open: OpenDecision | null, standing: Standing, reading: Reading): OpenDecision | null {
  const { report } = reading
  const first = item.children[0]
  const line = first?.type === 'paragraph' ? readLine(first.children, reading) : null
  const below = item.children.slice(1).find((node) => node.type !== 'definition')
  if (below) report.error(placeOf(below), 'outcome-text', 'An outcome is one line.', 'Put the explanation above the list, or into a step before it.')
  if (!line?.label) {
    report.error(placeOf(item), 'empty-outcome', 'This outcome has no words.', 'Name the outcome, such as "- [=] Remove listing".')
    return open
  }
  const attributes = readAttributes(line.entries, 'an outcome', ['decision', 'evidence', 'optional', 'when'], report)
  const decision = open ?? startDecision(item, attributes, standing, reading)
  if (sharedBy(attributes) !== decision.shared) {
    report.error(
      placeOf(item),
      'outcomes-differ',
      'The outcomes of one decision differ in decision, evidence, optional or when.',
      'Write the same on each of them: it holds for the whole decision.',
    )
  }
  const outcome = mark(reading, { id: '', label: line.label, text: line.text }, item)
  if (attributes.id !== null) reading.writtenIds.set(outcome, attributes.id)
  decision.step.outcomes.push(outcome)
  return decision
}

function startDecision(item: ListItem, attributes: Attributes, standing: Standing, reading: Reading): OpenDecision {
  const { optional, when, evidence, decision } = attributes
  const text = [{ type: 'text' as const, text: standing.title }]
  const step: StepOf<'decide'> = { id: '', text, label: standing.title, detail: [], optional, when, evidence, kind: 'decide', outcomes: [] }
  if (decision !== null) reading.writtenIds.set(step, decision)
  return { step: mark(reading, step, item), shared: sharedBy(attributes) }
}

function sharedBy({ optional, when, evidence, decision }: Attributes): string {
  return JSON.stringify([optional, when, evidence, decision])
}
