// Names that a playbook uses and the team has to have: snippets, queues, case fields; and inputs used before they are asked for.
import type { Condition } from '../schema/condition.ts'
import type { PlaybookDocument, Step } from '../schema/playbook.ts'
import { nearest } from './nearest.ts'
import { fileStart, type Report } from './problem.ts'
import type { Reading } from './reading.ts'
import { allSteps } from './step-ids.ts'

/** Empty `queues` or `fields` means that they are not at hand: those names are then not checked. */
export interface Known {
  snippets: string[]
  queues: string[]
  fields: string[]
}

export function lintKnown(document: PlaybookDocument, reading: Reading, known: Known, report: Report): void {
  const unknown = (thing: object, code: string, what: string, name: string, names: readonly string[]) => {
    if (names.includes(name)) return
    const guess = nearest(name, names)
    const fix = guess ? `Did you mean "${guess}"?` : `Add the ${what}, or use one that the team has.`
    report.error(reading.places.get(thing) ?? fileStart, code, `The team has no ${what} "${name}".`, fix)
  }
  const steps = document.sections.flatMap((section) => allSteps(section.steps))
  const saved = steps.flatMap((step) => (step.kind === 'input' ? [step.save] : []))
  const fields = [...known.fields, ...saved]
  const checksQueues = known.queues.length > 0
  const checksFields = known.fields.length > 0
  if (checksQueues && document.queue !== null) unknown(document, 'unknown-queue', 'queue', document.queue, known.queues)
  for (const trigger of document.triggers) {
    if (checksFields && trigger.kind === 'field') unknown(trigger, 'unknown-field', 'case field', trigger.field, known.fields)
  }
  for (const step of steps) {
    if (step.kind === 'snippet') unknown(step, 'unknown-snippet', 'snippet', step.snippet, known.snippets)
    if (checksQueues && step.kind === 'escalate' && step.queue !== null) unknown(step, 'unknown-queue', 'queue', step.queue, known.queues)
    if (checksFields) for (const field of fieldsOf(step.when)) unknown(step, 'unknown-field', 'case field or saved input', field, fields)
  }
  lintOrder(steps, known.fields, reading, report)
}

function lintOrder(steps: Step[], caseFields: readonly string[], reading: Reading, report: Report): void {
  const all = new Set(steps.flatMap((step) => (step.kind === 'input' ? [step.save] : [])))
  const asked = new Set<string>(caseFields)
  for (const step of steps) {
    const early = fieldsOf(step.when).find((field) => all.has(field) && !asked.has(field))
    if (early) {
      const message = `The condition uses "${early}" before the step that asks for it.`
      report.warn(reading.places.get(step) ?? fileStart, 'early-field', message, 'Move the step that saves it above this one.')
    }
    if (step.kind === 'input') asked.add(step.save)
  }
}

function fieldsOf(condition: Condition | null): string[] {
  if (condition === null) return []
  if (condition.op === 'compare' || condition.op === 'known') return [condition.field]
  if (condition.op === 'not') return fieldsOf(condition.of)
  return [...new Set(condition.of.flatMap(fieldsOf))]
}
