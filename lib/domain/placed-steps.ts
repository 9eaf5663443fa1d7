// The steps of one version in reading order, each with the list that it stands in and its words made ready to be compared.
import type { Section, Step } from '../schema/playbook.ts'
import { likeness, saysSame, type Wording, wordingOf } from './wording.ts'

/** A list of steps: those of a section, or those of an option of a question. */
export interface Place {
  id: string
  label: string
  kind: 'section' | 'option'
  steps: Step[]
}

export class PlacedSteps {
  readonly steps: Step[] = []
  readonly placeOf = new Map<Step, Place>()
  readonly sections: Place[]
  /** Sections and options in reading order. */
  readonly places: Place[] = []
  private readonly inside = new Map<Step, Place[]>()
  private readonly wordings = new Map<Step, Wording>()

  constructor(sections: readonly Section[]) {
    this.sections = sections.map(({ id, title, steps }) => ({ id, label: title, kind: 'section', steps }))
    for (const place of this.sections) this.walk(place)
  }

  private walk(place: Place): void {
    this.places.push(place)
    for (const step of place.steps) {
      this.steps.push(step)
      this.placeOf.set(step, place)
      this.wordings.set(step, wordingOf(step.label))
      if (step.kind !== 'choice') continue
      const options = step.options.map(({ id, label, steps }): Place => ({ id, label, kind: 'option', steps }))
      this.inside.set(step, options)
      for (const option of options) this.walk(option)
    }
  }

  /** The options of a question as places; empty for any other step. */
  optionsOf(step: Step): Place[] {
    return this.inside.get(step) ?? []
  }

  wordingOf(step: Step): Wording {
    return this.wordings.get(step)!
  }
}

/** How alike two sections or two options are, 0 to 1: by name, and by the steps in them, so that one that got another name is found. */
export function placeLikeness(before: Place, after: Place): number {
  const [left, right] = [before.steps.map(gist), after.steps.map(gist)]
  const met = left.filter((step) => right.some((other) => saysSame(step, other))).length
  return Math.max(likeness(wordingOf(before.label), wordingOf(after.label)), (2 * met) / Math.max(left.length + right.length, 1))
}

/** A decision has its section's words, so its outcomes tell more of it. */
const gist = (step: Step) => wordingOf(step.kind === 'decide' ? step.outcomes.map(({ label }) => label).join(' ') : step.label)
