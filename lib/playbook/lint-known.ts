// Names that a playbook uses and the team has to have: snippets, other playbooks, queues, case fields.
import type { PlaybookDocument } from '../schema/playbook.ts'
import { fieldsOf } from './condition-fields.ts'
import { nearest } from './nearest.ts'
import { fileStart, type Report } from './problem.ts'
import type { Reading } from './reading.ts'
import { allSteps } from './step-ids.ts'

/** Empty `queues` or `fields`, and absent `playbooks`, mean that they are not at hand: those names are then not checked. */
export interface Known {
  snippets: string[]
  queues: string[]
  fields: string[]
  playbooks?: string[]
}

export function lintKnown(document: PlaybookDocument, reading: Reading, known: Known, report: Report): void {
  const unknown = (thing: object, code: string, what: string, name: string, names: readonly string[]) => {
    if (names.includes(name)) return
    report.error(reading.places.get(thing) ?? fileStart, code, `The team has no ${what} "${name}".`, fixFor(what, name, names))
  }
  const steps = document.sections.flatMap((section) => allSteps(section.steps))
  const saved = steps.flatMap((step) => (step.kind === 'input' ? [step.save] : []))
  const fields = [...known.fields, ...saved]
  const checksQueues = known.queues.length > 0
  const checksFields = known.fields.length > 0
  if (checksQueues && document.queue !== null) unknown(document, 'unknown-queue', 'queue', document.queue, known.queues)
  for (const trigger of document.triggers) {
    const cue = trigger.kind === 'not' ? trigger.of : trigger
    if (checksFields && 'field' in cue) unknown(trigger, 'unknown-field', 'case field', cue.field, known.fields)
  }
  for (const step of steps) {
    if (step.kind === 'snippet') unknown(step, 'unknown-snippet', 'snippet', step.snippet, known.snippets)
    if (checksQueues && step.kind === 'escalate' && step.queue !== null) unknown(step, 'unknown-queue', 'queue', step.queue, known.queues)
    if (checksFields) for (const field of fieldsOf(step.when)) unknown(step, 'unknown-field', 'case field or saved input', field, fields)
  }
  if (known.playbooks) lintLinks(known.playbooks, reading, report)
}

/** A warning: of two playbooks that link to each other one has to be published first. */
function lintLinks(playbooks: readonly string[], reading: Reading, report: Report): void {
  const links = new Map(reading.playbookLinks.map((link) => [JSON.stringify(link.place), link]))
  for (const { id, place } of links.values()) {
    if (!playbooks.includes(id)) report.warn(place, 'unknown-playbook', `The team has no playbook "${id}".`, fixFor('playbook', id, playbooks))
  }
}

function fixFor(what: string, name: string, names: readonly string[]): string {
  const guess = nearest(name, names)
  if (guess) return `Did you mean "${guess}"?`
  return what === 'queue' ? 'Add it to --queues, or use one that is there.' : `Add the ${what}, or use one that the team has.`
}
