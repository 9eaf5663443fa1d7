// Ids of steps, options, outcomes and sections: written out, or derived from the wording and made unique.
// Written ids are taken first, so that a new step never takes an old step's id.
import type { Section, Step } from '../schema/playbook.ts'

/** One thing that has an id, and what the id is derived from. */
export interface Named {
  target: { id: string }
  wording: string
  /** When the wording has no letters: `step`, `option` ... */
  fallback: string
}

const longest = 60

export function slugOf(wording: string, fallback: string): string {
  const plain = wording.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss')
  const words = plain
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (words.length <= longest) return words || fallback
  const cut = words.slice(0, longest + 1)
  return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, longest)) || fallback
}

/** Sets `id` of each in this order; written ids are kept. Returns those whose written id was taken by one before them. */
export function assignIds(scope: readonly Named[], written: ReadonlyMap<object, string>): { id: string }[] {
  const taken = new Set<string>()
  const duplicates: { id: string }[] = []
  for (const { target } of scope) {
    const id = written.get(target)
    if (id === undefined) continue
    if (taken.has(id)) duplicates.push(target)
    taken.add(id)
    target.id = id
  }
  for (const { target, wording, fallback } of scope) {
    if (!written.has(target)) target.id = derive(slugOf(wording, fallback), taken)
  }
  return duplicates
}

/** The targets whose id would come out differently if it were not written: what print has to write. */
export function idsToWrite(scope: readonly Named[]): Set<object> {
  const bases = scope.map(({ target, wording, fallback }) => ({ target, base: slugOf(wording, fallback) }))
  const written = new Set<{ id: string }>()
  for (;;) {
    const taken = new Set([...written].map((target) => target.id))
    const wrong = bases.find(({ target, base }) => !written.has(target) && derive(base, taken) !== target.id)
    if (!wrong) return written
    written.add(wrong.target)
  }
}

function derive(base: string, taken: Set<string>): string {
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}

/** Each scope within which ids are unique, in reading order: sections, all steps, the options or outcomes of one step. */
export function scopesOf(sections: readonly Section[]): Named[][] {
  const steps = sections.flatMap((section) => allSteps(section.steps))
  return [
    sections.map((section) => ({ target: section, wording: section.title, fallback: 'section' })),
    steps.map((step) => ({ target: step, wording: step.label, fallback: 'step' })),
    ...steps.flatMap((step): Named[][] => {
      if (step.kind === 'choice') return [step.options.map((option) => ({ target: option, wording: option.label, fallback: 'option' }))]
      if (step.kind === 'decide') return [step.outcomes.map((outcome) => ({ target: outcome, wording: outcome.label, fallback: 'outcome' }))]
      return []
    }),
  ]
}

/** Steps in reading order, those of options after their question. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...(step.kind === 'choice' ? step.options.flatMap((option) => allSteps(option.steps)) : [])])
}
