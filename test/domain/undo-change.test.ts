import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showStep } from '../../lib/domain/change-step.ts'
import { closeRun } from '../../lib/domain/close-run.ts'
import { moveRun, undoMove, withoutUndo } from '../../lib/domain/migrate-run.ts'
import { addProof, removeProof } from '../../lib/domain/proof.ts'
import { startRun, valuesOf } from '../../lib/domain/run.ts'
import { RunFault } from '../../lib/domain/run-fault.ts'
import { undoChange } from '../../lib/domain/run-records.ts'
import { limits } from '../../lib/schema/ids.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import { Run, type StepChange } from '../../lib/schema/run.ts'
import { check, choice, decide, input, mira, playbook } from './fixtures.ts'

const book = playbook([
  check('photos'),
  input('value', 'money', 'order.value'),
  choice('proof', { yes: [check('thank')], no: [check('ask', { evidence: 'note' })] }),
  decide('decision', 'remove', 'keep'),
])
const { document } = book
const fresh = () => startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: book, memberId: mira.id, now: 10 })
const undo = (run: Run) => undoChange(run, run.undo!.at(-1)!, 999)
const answers = ({ steps, former }: Run) => ({ steps, former })

type Act = (run: Run) => Run
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const stepIds = fc.constantFrom('photos', 'value', 'proof', 'thank', 'ask', 'decision')
const change: fc.Arbitrary<Act> = fc
  .record({
    stepId: stepIds,
    state: fc.constantFrom('open', 'done', 'skipped', 'not-applicable'),
    reason: fc.constantFrom('because', ''),
    value: fc.constantFrom('5', '5000'),
    optionId: fc.constantFrom('yes', 'no'),
    outcomeId: fc.constantFrom('remove', 'keep'),
  })
  .map((asked) => (run) => showStep(run, document, asked as StepChange, valuesOf([], document, run), run.updatedAt + 1, mira))
const adding: fc.Arbitrary<Act> = fc.tuple(stepIds, fc.integer({ min: 1, max: 4 })).map(([stepId, n]) => (run) => {
  const proof: Proof = { id: id(n), kind: 'note', text: `note ${n}`, at: run.updatedAt + 1 }
  return addProof(run, document, stepId, proof, {})
})
const removing: fc.Arbitrary<Act> = fc.tuple(stepIds, fc.integer({ min: 1, max: 4 })).map(
  ([stepId, n]) =>
    (run) =>
      removeProof(run, document, stepId, id(n), {}, run.updatedAt + 1),
)

function attempt(run: Run, act: Act): Run {
  try {
    return act(run)
  } catch (error) {
    expect(error).toBeInstanceOf(RunFault)
    return run
  }
}

describe('taking back', () => {
  test('of any changes, each gives back the very same answers, to the last that is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(change, adding, removing), { maxLength: 30 }), (acts) => {
        const states = [fresh()]
        for (const act of acts) {
          const run = attempt(states.at(-1)!, act)
          if (run !== states.at(-1)) states.push(run)
        }
        let run = states.at(-1)!
        expect(Run.parse(run)).toEqual(run)
        expect(run.undo?.length ?? 0).toBe(Math.min(states.length - 1, limits.undo))
        for (const before of states.slice(-limits.undo - 1, -1).reverse()) {
          run = undo(run)
          expect(answers(run)).toEqual(answers(before))
        }
      }),
    )
  })
  test('asked twice for one change takes back one', () => {
    const run = showStep(
      showStep(fresh(), document, { stepId: 'photos', state: 'done' }, {}, 11),
      document,
      { stepId: 'value', state: 'skipped', reason: 'x' },
      {},
      12,
    )
    const last = run.undo!.at(-1)!
    const once = undoChange(run, last, 20)
    expect(undoChange(once, last, 21)).toBe(once)
    expect(once.steps.map(({ stepId }) => stepId)).toEqual(['photos'])
  })
  test('is refused once the run is closed', () => {
    const run = showStep(fresh(), document, { stepId: 'photos', state: 'done' }, {}, 11)
    const closed = closeRun(run, document, {}, { now: 12, reason: 'late' })
    expect(() => undo(closed)).toThrow('Reopen it')
  })
  test('does not reach behind a move to another version, and reaches again once the move is taken back', () => {
    const run = showStep(fresh(), document, { stepId: 'photos', state: 'done' }, {}, 11)
    const moved = moveRun(run, document, { ...book, version: 4 }, 'agent', { at: 20, mayUndo: true })
    expect(moved.undo).toBeUndefined()
    expect(undo({ ...undoMove(moved) }).steps).toEqual([])
  })
  test('stays on the device', () => {
    const run = showStep(fresh(), document, { stepId: 'photos', state: 'done' }, {}, 11)
    expect(withoutUndo(run)).not.toHaveProperty('undo')
  })
})
