// What a lead does to a playbook between two versions: a few edits of any document, with ids made anew as the parser would.
import fc from 'fast-check'
import { assignIds, scopesOf, slugOf } from '../../lib/playbook/step-ids.ts'
import type { PlaybookDocument, Step } from '../../lib/schema/playbook.ts'

type Edit = (document: PlaybookDocument, at: number) => void

/** All lists that hold steps, sections first. */
function listsOf(document: PlaybookDocument): Step[][] {
  const below = (steps: Step[]): Step[][] => [
    steps,
    ...steps.flatMap((step) => (step.kind === 'choice' ? step.options.flatMap((option) => below(option.steps)) : [])),
  ]
  return document.sections.flatMap(({ steps }) => below(steps))
}

const pick = <T>(list: readonly T[], at: number): T | undefined => (list.length === 0 ? undefined : list[at % list.length])

function onStep(change: (step: Step, list: Step[], document: PlaybookDocument) => void): Edit {
  return (document, at) => {
    const list = pick(
      listsOf(document).filter((steps) => steps.length > 0),
      at,
    )
    const step = list && pick(list, at >> 3)
    if (step) change(step, list, document)
  }
}

function reword(target: { label: string; text: Step['text'] }, label: string): void {
  target.label = label
  target.text = [{ type: 'text', text: label }]
}

const edits: Edit[] = [
  onStep((step, list) => void list.splice(list.indexOf(step), 1)),
  onStep((step, list) => void list.unshift(...list.splice(list.indexOf(step), 1))),
  onStep((step, list, document) => {
    list.splice(list.indexOf(step), 1)
    // Not into itself: its own lists went with it.
    pick(listsOf(document), 5)?.push(step)
  }),
  onStep((step) => step.kind !== 'decide' && reword(step, `${step.label} again`.slice(0, 1000))),
  onStep((step) => step.kind !== 'decide' && reword(step, 'Something else')),
  onStep((step) => {
    step.optional = !step.optional
  }),
  onStep((step) => {
    step.evidence = step.evidence === null ? 'note' : null
  }),
  onStep((step, list) => {
    const twin = structuredClone(step)
    list.push(twin)
  }),
  onStep((step) => {
    if (step.kind === 'choice') step.options.splice(0, 1)
    if (step.kind === 'decide') step.outcomes.splice(0, 1)
    if (step.kind === 'input') step.input = 'number'
  }),
  onStep((step) => {
    if (step.kind === 'choice') for (const option of step.options) reword(option, `${option.label} indeed`.slice(0, 1000))
  }),
  (document, at) => void document.sections.splice(at % Math.max(document.sections.length, 1), 1),
  (document) => void document.sections.reverse(),
]

/** `keepsIds`: as if every id were written out; otherwise each follows its wording. */
export function edited(document: PlaybookDocument): fc.Arbitrary<PlaybookDocument> {
  const one = fc.record({ edit: fc.constantFrom(...edits), at: fc.nat(200) })
  return fc.record({ made: fc.array(one, { minLength: 1, maxLength: 5 }), keepsIds: fc.boolean() }).map(({ made, keepsIds }) => {
    const after = structuredClone(document)
    for (const { edit, at } of made) edit(after, at)
    for (const scope of scopesOf(after.sections)) {
      const isTaken = new Set<string>()
      const written = new Map<object, string>()
      for (const { target, wording, fallback } of scope) {
        if ((keepsIds || slugOf(wording, fallback) !== target.id) && !isTaken.has(target.id)) written.set(target, target.id)
        isTaken.add(target.id)
      }
      assignIds(scope, written)
    }
    return after
  })
}
