// Two versions of a playbook compared step by step, never line by line: what an agent has to know who worked with the earlier one.
import type { PlaybookDocument, Section, Step } from '../schema/playbook.ts'
import { type ComparedStep, changesIn } from './compared-steps.ts'
import { movedPositions } from './order-moves.ts'
import { quoted, type StepChange } from './step-changes.ts'
import { matchSteps, type StepMatch } from './step-match.ts'
import { type TextChange, textChanges } from './text-changes.ts'

export interface StepDiff extends ComparedStep {
  /** Place in reading order, branches counted; of a removed step in the earlier version. */
  number: number
  /** Its words now; of a removed step as they were. */
  label: string
}

export interface PlaybookDiff {
  /** Every step of both versions once, in the later reading order; a removed one after what it stood behind. */
  steps: StepDiff[]
  /** What changed around the steps. */
  texts: TextChange[]
}

export function diffPlaybooks(before: PlaybookDocument, after: PlaybookDocument): PlaybookDiff {
  const match = matchSteps(before, after)
  const moves = movesIn(match)
  const sectionOf = new Map(match.before.sections.map((place, index) => [place, before.sections[index]!]))
  const origins = match.after.sections.map((place): Section | null => sectionOf.get(match.places.get(place)!) ?? null)
  const later = match.after.steps.map((step, index): StepDiff => {
    const pair = match.pairs.get(step.id)
    const place = { number: index + 1, label: step.label }
    if (!pair) return { before: null, after: step, ...place, changes: [addition(step)] }
    const move = moves.get(step)
    return { ...pair, ...place, changes: [...changesIn(match, pair), ...(move ? [move] : [])] }
  })
  return { steps: withRemoved(match, later), texts: textChanges(before, after, origins) }
}

export function changedSteps({ steps }: PlaybookDiff): StepDiff[] {
  return steps.filter(({ changes }) => changes.length > 0)
}

/** Somebody who knows only the earlier version would now work wrongly: a mere move, spelling or explanation does not count. */
export function isMaterial({ steps, texts }: PlaybookDiff): boolean {
  return texts.some((change) => change.isMaterial) || steps.some(({ changes }) => changes.some((change) => change.isMaterial))
}

function addition({ optional }: Step): StepChange {
  return { kind: 'added', says: optional ? 'is new, and optional' : 'is new', isMaterial: !optional }
}

/** Behind the nearest earlier step that is still there; at the head where there is none. */
function withRemoved({ before, pairs }: StepMatch, later: StepDiff[]): StepDiff[] {
  const stays = new Map([...pairs.values()].map((pair) => [pair.before, pair.after]))
  const behind = new Map<Step | null, StepDiff[]>()
  let anchor: Step | null = null
  for (const [index, step] of before.steps.entries()) {
    const after = stays.get(step)
    if (after) {
      anchor = after
      continue
    }
    const gone: StepDiff = {
      before: step,
      after: null,
      number: index + 1,
      label: step.label,
      changes: [{ kind: 'removed', says: 'was removed', isMaterial: true }],
    }
    behind.set(anchor, [...(behind.get(anchor) ?? []), gone])
  }
  return [...(behind.get(null) ?? []), ...later.flatMap((diff) => [diff, ...(behind.get(diff.after) ?? [])])]
}

/** Only a step that stands elsewhere than the others moved: not those between which it was taken out. */
function movesIn({ before, after, pairs, places }: StepMatch): Map<Step, StepChange> {
  const moves = new Map<Step, StepChange>()
  const say = (step: Step, says: string) => moves.set(step, { kind: 'moved', says, isMaterial: false })
  for (const place of after.places) {
    const origin = places.get(place) ?? null
    const stayed: Step[] = []
    for (const step of place.steps) {
      const pair = pairs.get(step.id)
      if (!pair) continue
      if (origin !== null && before.placeOf.get(pair.before) === origin) stayed.push(step)
      else say(step, place.kind === 'section' ? `moved to ${quoted(place.label)}` : `now belongs to the answer ${quoted(place.label)}`)
    }
    for (const index of movedPositions(stayed.map((step) => origin!.steps.indexOf(pairs.get(step.id)!.before)))) {
      const step = stayed[index]!
      const ahead = place.steps[place.steps.indexOf(step) - 1]
      say(step, ahead ? `now comes after ${quoted(ahead.label)}` : 'now comes first')
    }
  }
  return moves
}
