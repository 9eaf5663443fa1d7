// Which case fields a playbook or a snippet reads: in triggers, conditions and words to fill in.
import type { PlaybookDocument } from '../schema/playbook.ts'
import { fieldsOf } from './condition-fields.ts'
import type { SnippetPart } from './snippet/part.ts'
import { readParts } from './snippet/read-parts.ts'
import { allSteps } from './step-ids.ts'

/** Saved inputs among them; the names are not told apart. */
export function playbookFields({ triggers, sections }: PlaybookDocument): string[] {
  const cues = triggers.map((trigger) => (trigger.kind === 'not' ? trigger.of : trigger))
  const steps = sections.flatMap((section) => allSteps(section.steps))
  return [...cues.flatMap((cue) => ('field' in cue ? [cue.field] : [])), ...steps.flatMap(({ when }) => fieldsOf(when))]
}

export function snippetFields(body: string): string[] {
  return readParts(body).parts.flatMap(partFields)
}

function partFields(part: SnippetPart): string[] {
  if (part.kind === 'field') return [part.field]
  if (part.kind === 'optional') return part.parts.flatMap(partFields)
  return part.kind === 'if' ? [...fieldsOf(part.when), ...[...part.parts, ...(part.otherwise ?? [])].flatMap(partFields)] : []
}
