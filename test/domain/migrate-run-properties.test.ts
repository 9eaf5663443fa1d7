import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planMove, undoMove } from '../../lib/domain/migrate-run.ts'
import { diffPlaybooks } from '../../lib/domain/playbook-diff.ts'
import { allSteps } from '../../lib/domain/run.ts'
import type { Step } from '../../lib/schema/playbook.ts'
import type { Proof } from '../../lib/schema/proof.ts'
import { Run, type StepRecord } from '../../lib/schema/run.ts'
import { playbook as document } from '../playbook/arbitrary-document.ts'
import { edited } from './edited-document.ts'
import { fresh, move, version } from './moved-runs.ts'

const proof = (id: string): Proof => ({ id: `00000000-0000-7000-8000-${id}`, kind: 'note', text: 'seen', at: 19 })
const proofs = fc.constantFrom<Proof[] | undefined>(undefined, [proof('000000000001')], [proof('000000000002'), proof('000000000003')])

/** A record such as the rules could have made of this step. */
function answered(step: Step): fc.Arbitrary<StepRecord | null> {
  const at = 20
  const base = { stepId: step.id, at }
  const chosen =
    step.kind === 'choice'
      ? step.options.map(({ id }) => ({ optionId: id }))
      : step.kind === 'decide'
        ? step.outcomes.map(({ id }) => ({ outcomeId: id }))
        : [{}]
  const given = step.kind === 'input' ? { value: '12.5' } : {}
  const record = fc.option(
    fc.oneof(
      fc.constantFrom(...chosen).map((choice) => ({ ...base, state: 'done' as const, ...given, ...choice, evidence: 'seen' })),
      fc.constantFrom('skipped' as const, 'not-applicable' as const).map((state) => ({ ...base, state, reason: 'because' })),
      fc.constant({ ...base, state: 'open' as const, evidence: 'half a note' }),
    ),
  )
  return fc.tuple(record, proofs).map(([said, held]) => said && (held ? { ...said, proofs: held } : said))
}
const anyMove = document.chain((before) =>
  fc.record({
    before: fc.constant(version(1, before)),
    after: fc.oneof(edited(before), document).map((next) => version(2, next)),
    run: fc
      .tuple(...allSteps(before).map(answered))
      .map((records): Run => ({ ...fresh(version(1, before)), steps: records.filter((record): record is StepRecord => record !== null) })),
  }),
)

describe('of any run and any edit', () => {
  test('an answered step that still exists is never lost: it holds, or it is asked again with its answer in sight', () => {
    fc.assert(
      fc.property(anyMove, ({ before, after, run }) => {
        const moved = move(run, before, after)
        const diff = diffPlaybooks(before.document, after.document)
        const { kept, asked, gone } = moved.move!
        for (const record of run.steps) {
          const step = diff.steps.find((one) => one.before?.id === record.stepId)?.after ?? null
          const now = moved.steps.find(({ stepId }) => stepId === step?.id)
          const former = moved.former?.find((one) => one.record.stepId === record.stepId)
          if (former) expect(former).toMatchObject({ stepId: step?.id ?? null, record })
          else
            expect(now).toMatchObject({
              state: record.state,
              ...(record.value ? { value: record.value } : {}),
              ...(record.evidence ? { evidence: record.evidence } : {}),
            })
          if (record.value !== undefined && step?.kind === 'input') expect(now?.value).toBe(record.value)
          if (step) expect(now?.proofs).toEqual(record.proofs)
        }
        expect(kept + asked + gone).toBe(run.steps.filter(({ state }) => state !== 'open').length)
      }),
    )
  })
  test('what holds can be read in the new version, and the run is a whole record', () => {
    fc.assert(
      fc.property(anyMove, ({ before, after, run }) => {
        const moved = move(run, before, after)
        const steps = new Map(allSteps(after.document).map((step) => [step.id, step]))
        for (const { stepId, state, optionId, outcomeId } of moved.steps) {
          const step = steps.get(stepId)!
          if (state !== 'done') continue
          if (step.kind === 'choice') expect(step.options.map(({ id }) => id)).toContain(optionId)
          if (step.kind === 'decide') expect(step.outcomes.map(({ id }) => id)).toContain(outcomeId)
        }
        expect(new Set(moved.steps.map(({ stepId }) => stepId)).size).toBe(moved.steps.length)
        expect(Run.safeParse(moved)).toMatchObject({ success: true })
      }),
    )
  })
  test('what is foretold from the changes on screen is what happens', () => {
    fc.assert(
      fc.property(anyMove, ({ before, after, run }) => {
        const { steps, former } = planMove(run, diffPlaybooks(before.document, after.document).steps)
        const moved = move(run, before, after)
        expect([steps, former]).toEqual([moved.steps, moved.former ?? []])
      }),
    )
  })
  test('a version that says the same asks nothing again', () => {
    fc.assert(
      fc.property(anyMove, ({ before, run }) => {
        const moved = move(run, before, { ...structuredClone(before), version: 2 })
        expect([moved.steps, moved.former]).toEqual([run.steps, undefined])
      }),
    )
  })
  test('taking the move back gives the run back as it was', () => {
    fc.assert(fc.property(anyMove, ({ before, after, run }) => void expect(undoMove(move(run, before, after))).toEqual({ ...run, updatedAt: 99 })))
  })
})
