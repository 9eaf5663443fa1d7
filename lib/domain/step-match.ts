// Which step of one version is which step of another. An id says it where there is one to go by, and so does the wording: an id that was
// derived from the wording changes with it. Nothing is paired twice; what is left over on either side was added or removed.
import type { PlaybookDocument, Step } from '../schema/playbook.ts'
import { pairNamed } from './named-match.ts'
import { type Place, PlacedSteps, placeLikeness } from './placed-steps.ts'
import { isSameWording, likeness, saysSame } from './wording.ts'

export interface StepPair {
  before: Step
  after: Step
}

export interface StepMatch {
  /** By the later step's id. */
  pairs: ReadonlyMap<string, StepPair>
  /** Later places with the earlier one that they come from; null for a new one, absent inside a new question. */
  places: ReadonlyMap<Place, Place | null>
  before: PlacedSteps
  after: PlacedSteps
}

/**
 * How alike two wordings must be to be one step, reworded: anywhere in the same list, or where both stand behind the same neighbour. 0.6
 * keeps "Check the photos" and "Check the serial" apart, which share only their first words; 0.4 takes "Ask for proof" to "Ask the buyer
 * for proof of authenticity" where nothing else could have come of it. A wrong pair costs the agent one more question and never an answer:
 * a reworded step is asked again with the earlier answer in sight.
 */
const alike = { inList: 0.6, inPlace: 0.4 } as const

export function matchSteps(before: PlaybookDocument, after: PlaybookDocument): StepMatch {
  const match = new Matching(new PlacedSteps(before.sections), new PlacedSteps(after.sections))
  match.joinPlaces(match.before.sections, match.after.sections)
  const words = (a: Step, b: Step) => saysSame(match.before.wordingOf(a), match.after.wordingOf(b))
  const sure: Rule[] = [
    { among: 'place', fits: (a, b) => a.id === b.id && a.kind === b.kind && words(a, b) },
    { among: 'place', fits: (a, b) => a.kind === b.kind && words(a, b) },
    { among: 'place', fits: (a, b) => a.id === b.id && a.kind === b.kind },
    { among: 'all', fits: (a, b) => a.id === b.id && a.kind === b.kind },
    { among: 'all', fits: (a, b) => a.kind === b.kind && words(a, b) },
  ]
  const kindChanged: Rule = { among: 'all', fits: (a, b) => a.id === b.id || words(a, b) }
  // After each success from the surest rule again: a question that was paired opens its options.
  const pairSurely = () => {
    while (sure.some((rule) => match.apply(rule)));
  }
  do pairSurely()
  while (match.pairAlike() || match.apply(kindChanged))
  return match
}

interface Rule {
  among: 'place' | 'all'
  fits: (before: Step, after: Step) => boolean
}

class Matching implements StepMatch {
  readonly pairs = new Map<string, StepPair>()
  readonly places = new Map<Place, Place | null>()
  readonly before: PlacedSteps
  readonly after: PlacedSteps
  private readonly taken = new Map<Step, Step>()

  constructor(before: PlacedSteps, after: PlacedSteps) {
    this.before = before
    this.after = after
  }

  joinPlaces(before: Place[], after: Place[]): void {
    const origins = pairNamed(before, after, placeLikeness)
    for (const place of after) this.places.set(place, origins.get(place) ?? null)
  }

  /** Answers whether it paired anything. In reading order: the first that fits is taken. */
  apply({ among, fits }: Rule): boolean {
    let found = false
    const lists = among === 'all' ? [[this.before.steps, this.after.steps] as const] : [...this.joinedLists()]
    for (const [left, right] of lists) {
      const open = left.filter((step) => !this.taken.has(step))
      for (const step of right) {
        if (open.length === 0) break
        if (this.pairs.has(step.id)) continue
        const at = open.findIndex((candidate) => fits(candidate, step))
        if (at < 0) continue
        this.pair(open[at]!, step)
        open.splice(at, 1)
        found = true
        // Its options are lists of their own now, where the surer rules come first.
        if (among === 'all' && step.kind === 'choice') return true
      }
    }
    return found
  }

  /** The most alike first; of equals, the first in reading order. A question comes alone, as above. */
  pairAlike(): boolean {
    const candidates = [...this.joinedLists()].flatMap(([left, right]) => this.candidatesIn(left, right))
    let found = false
    for (const { before, after } of candidates.sort((a, b) => b.score - a.score)) {
      if (this.taken.has(before) || this.pairs.has(after.id)) continue
      this.pair(before, after)
      found = true
      if (after.kind === 'choice') return true
    }
    return found
  }

  private candidatesIn(left: readonly Step[], right: readonly Step[]): (StepPair & { score: number })[] {
    const gapsLeft = gapsIn(left, (step) => this.taken.get(step))
    const gapsRight = gapsIn(right, (step) => (this.pairs.has(step.id) ? step : undefined))
    return [...gapsLeft].flatMap(([before, gapLeft]) =>
      [...gapsRight].flatMap(([after, gapRight]) => {
        if (before.kind !== after.kind) return []
        const score = this.likenessOf(before, after)
        return score >= (gapLeft === gapRight ? alike.inPlace : alike.inList) ? [{ before, after, score }] : []
      }),
    )
  }

  /** 0 to 1. What a step does may speak for it where its words do not. */
  private likenessOf(before: Step, after: Step): number {
    const words = likeness(this.before.wordingOf(before), this.after.wordingOf(after))
    // Kept under one name, an input asks for the same thing, whatever it says.
    if (before.kind === 'input' && after.kind === 'input' && before.save === after.save) return 1
    if (before.kind === 'snippet' && after.kind === 'snippet' && before.snippet === after.snippet) return 1
    if (before.kind === 'decide' && after.kind === 'decide') {
      const met = before.outcomes.filter(({ label }) => after.outcomes.some((outcome) => isSameWording(outcome.label, label))).length
      return Math.max(words, met / Math.max(before.outcomes.length, after.outcomes.length, 1))
    }
    return words
  }

  private pair(before: Step, after: Step): void {
    this.taken.set(before, after)
    this.pairs.set(after.id, { before, after })
    this.joinPlaces(this.before.optionsOf(before), this.after.optionsOf(after))
  }

  private *joinedLists(): Iterable<readonly [readonly Step[], readonly Step[]]> {
    for (const [after, before] of this.places) if (before) yield [before.steps, after.steps]
  }
}

/** Each step that is left over with the later step that it stands behind; null at the head of its list. */
function gapsIn(list: readonly Step[], paired: (step: Step) => Step | undefined): Map<Step, Step | null> {
  const gaps = new Map<Step, Step | null>()
  let behind: Step | null = null
  for (const step of list) {
    const known = paired(step)
    if (known) behind = known
    else gaps.set(step, behind)
  }
  return gaps
}
