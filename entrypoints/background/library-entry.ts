// A playbook as the search box searches it: headings and steps, then triggers' words, as one text: what is shown of it begins with what a
// person would read.
import { plainTerm } from '../../lib/domain/term.ts'
import type { PlaybookVersion, Step } from '../../lib/schema/playbook.ts'
import type { LibraryPlaybook } from '../../lib/schema/views.ts'

const longest = 50_000

export function libraryEntry({ id, version, document, publishedAt }: PlaybookVersion): LibraryPlaybook {
  const words = document.triggers.flatMap((trigger) => {
    if (trigger.kind === 'keywords') return trigger.terms.map(plainTerm)
    if (trigger.kind === 'field-contains') return trigger.contains
    return trigger.kind === 'field' ? trigger.is : []
  })
  const lines = document.sections.flatMap(({ title, steps }) => [title, ...labels(steps)])
  const readable = lines.join('\n')
  const text = [readable, ...words].join('\n').slice(0, longest)
  return { id, version, title: document.title, severity: document.severity, text, readable: readable.length, publishedAt }
}

function labels(steps: Step[]): string[] {
  return steps.flatMap((step) => {
    const own = [step.label]
    if (step.kind === 'choice') return [...own, ...step.options.flatMap(({ label, steps: inner }) => [label, ...labels(inner)])]
    return step.kind === 'decide' ? [...own, ...step.outcomes.map(({ label }) => label)] : own
  })
}
