import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinRuns } from '../../lib/domain/joined-runs.ts'
import type { Run, StepRecord } from '../../lib/schema/run.ts'
import { mira, omar } from './fixtures.ts'
import { done, first, rewritten, standing, worked } from './moved-runs.ts'

const passage = { handoverId: mira.id, member: mira, at: 70 }
const own = (...changes: Parameters<typeof done>[]) => ({ ...worked(first, ...changes.map((change) => done(...change))), id: omar.id, memberId: omar.id })
const join = (mine: Run, handed: Run, document = first.document) => joinRuns(mine, handed, document, passage)

describe('a run that meets an own one of the same playbook', () => {
  test('fills in what was not answered, and leaves the own answers as they stand', () => {
    const handed = worked(first, done('compare-the-photos'), done('order-value', { value: '20' }))
    const joined = join(own(['order-value', { value: '10' }]), handed)
    expect(standing(joined, 'compare-the-photos')).toEqual(['done', null])
    expect(standing(joined, 'order-value')).toEqual(['done', '10'])
    expect(joined.former).toMatchObject([{ label: 'Order value', answer: '20', stepId: 'order-value', by: mira }])
    expect(joined).toMatchObject({ id: omar.id, memberId: omar.id, updatedAt: 70, cameFrom: passage })
  })
  test('keeps nothing twice that both answered alike', () => {
    expect(join(own(['compare-the-photos']), worked(first, done('compare-the-photos'))).former).toBeUndefined()
  })
  test('of another version only keeps the answers to be read', () => {
    const other = rewritten('Compare the photos', 'Compare all photos')
    const joined = join(own(), worked(other, done('compare-all-photos')), other.document)
    expect(joined.steps).toEqual([])
    expect(joined.former).toMatchObject([{ version: other.version, label: 'Compare all photos', stepId: null }])
    expect(joined.playbook.version).toBe(first.version)
  })

  const ids = ['compare-the-photos', 'order-value', 'thank-the-buyer', 'gone']
  const Answer: fc.Arbitrary<StepRecord> = fc.record({
    stepId: fc.constantFrom(...ids),
    state: fc.constantFrom('open' as const, 'done' as const, 'skipped' as const),
    evidence: fc.string({ maxLength: 3 }),
    at: fc.nat(99),
  })
  const Steps = fc.uniqueArray(Answer, { selector: ({ stepId }) => stepId })
  test('loses no answer of either', () => {
    fc.assert(
      fc.property(Steps, Steps, fc.boolean(), (mine, theirs, isSame) => {
        const handed = { ...worked(isSame ? first : rewritten('Compare', 'See')), steps: theirs }
        const joined = join({ ...own(), steps: mine }, handed)
        const said = [...joined.steps, ...(joined.former ?? []).map(({ record }) => record)]
        for (const { at: _, ...record } of [...mine, ...theirs]) expect(said).toContainEqual(expect.objectContaining(record))
        expect(new Set(joined.steps.map(({ stepId }) => stepId)).size).toBe(joined.steps.length)
        for (const record of mine) if (record.state !== 'open') expect(joined.steps).toContainEqual(record)
      }),
    )
  })
})
