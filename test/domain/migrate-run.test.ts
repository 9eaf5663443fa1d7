import { describe, expect, test } from 'vitest'
import { showStep } from '../../lib/domain/change-step.ts'
import { closeRun } from '../../lib/domain/close-run.ts'
import { mayUndoMove, moveRun, undoMove, withoutUndo } from '../../lib/domain/migrate-run.ts'
import { addProof } from '../../lib/domain/proof.ts'
import { savedInputs } from '../../lib/domain/run.ts'
import { RunFault } from '../../lib/domain/run-fault.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { StepChange } from '../../lib/schema/run.ts'
import { next, versionOf } from '../playbook/version-of.ts'
import { mira } from './fixtures.ts'
import { book, done, first, fresh, move, rewritten, standing, worked } from './moved-runs.ts'

describe('one answer, one edit', () => {
  const kept: [string, StepChange, PlaybookVersion, string, unknown][] = [
    [
      'a tick when another step is new',
      done('compare-the-photos'),
      rewritten('- [ ] Order', '- [ ] Save the page\n- [ ] Order'),
      'compare-the-photos',
      ['done', null],
    ],
    ['a tick when the step is made optional', done('compare-the-photos'), rewritten('photos', 'photos {optional}'), 'compare-the-photos', ['done', null]],
    [
      'a tick when the step is explained otherwise',
      done('compare-the-photos'),
      rewritten('photos', 'photos\n\n  At the label.'),
      'compare-the-photos',
      ['done', null],
    ],
    [
      'a tick when the spelling is mended',
      done('compare-the-photos'),
      rewritten('Compare the photos', 'Compare the Photos.'),
      'compare-the-photos',
      ['done', null],
    ],
    ['a tick when only the id is new', done('compare-the-photos'), rewritten('photos', 'photos {#photos}'), 'photos', ['done', null]],
    ['a value under another name', done('order-value', { value: '12' }), rewritten('order.value', 'order.total'), 'order-value', ['done', '12']],
    ['a value that fits the new type', done('order-value', { value: '12' }), rewritten('input: money', 'input: number'), 'order-value', ['done', '12']],
    [
      'an option when another is new',
      done('has-the-seller-shown-proof', { optionId: 'yes' }),
      rewritten('  - No', '  - Later\n  - No'),
      'has-the-seller-shown-proof',
      ['done', 'yes'],
    ],
    [
      'an option whose id is new',
      done('has-the-seller-shown-proof', { optionId: 'yes' }),
      rewritten('  - Yes', '  - Yes {#proof}'),
      'has-the-seller-shown-proof',
      ['done', 'proof'],
    ],
    [
      'an outcome when another vanished',
      done('steps', { outcomeId: 'remove-listing', reason: 'Enough is known' }),
      rewritten('- [=] No violation\n', ''),
      'steps',
      ['done', 'remove-listing'],
    ],
    [
      'a reason why not, when evidence is new',
      { stepId: 'compare-the-photos', state: 'skipped', reason: 'gone' },
      rewritten('photos', 'photos {evidence: note}'),
      'compare-the-photos',
      ['skipped', 'gone'],
    ],
  ]
  test.each(kept)('keeps %s', (_name, change, next, stepId, wanted) => {
    const moved = move(worked(first, change), first, next)
    expect(standing(moved, stepId)).toEqual(wanted)
    expect(moved.move).toMatchObject({ kept: 1, asked: 0, gone: 0 })
    expect(moved.former).toBeUndefined()
  })

  const asked: [string, StepChange, PlaybookVersion, string, unknown, string | null][] = [
    ['a reworded step', done('compare-the-photos'), rewritten('Compare the photos', 'Compare all the photos'), 'compare-all-the-photos', undefined, null],
    ['a step that asks for a note now', done('compare-the-photos'), rewritten('photos', 'photos {evidence: note}'), 'compare-the-photos', undefined, null],
    ['a step of another kind', done('compare-the-photos'), rewritten('photos', 'photos {snippet: thanks}'), 'compare-the-photos', undefined, null],
    [
      'a reworded input, with what was typed',
      done('order-value', { value: '12' }),
      rewritten('Order value', 'Value in EUR'),
      'value-in-eur',
      ['open', '12'],
      '12',
    ],
    ['an input whose value does not fit', done('order-value', { value: '12' }), rewritten('input: money', 'input: date'), 'order-value', ['open', '12'], '12'],
    [
      'a choice whose option vanished',
      done('has-the-seller-shown-proof', { optionId: 'yes' }),
      rewritten('  - Yes\n    - [ ] Thank the buyer {snippet: thanks}\n', '  - Later\n'),
      'has-the-seller-shown-proof',
      undefined,
      'Yes',
    ],
    [
      'a choice whose option says something else',
      done('has-the-seller-shown-proof', { optionId: 'yes' }),
      rewritten('  - Yes', '  - Yes, and it holds {#yes}'),
      'has-the-seller-shown-proof',
      undefined,
      'Yes',
    ],
    [
      'a decision whose outcome vanished',
      done('steps', { outcomeId: 'no-violation', reason: 'Enough is known' }),
      rewritten('- [=] No violation\n', ''),
      'steps',
      undefined,
      'No violation',
    ],
    [
      'a reason why not, of a reworded step',
      { stepId: 'compare-the-photos', state: 'skipped', reason: 'gone' },
      rewritten('Compare the photos', 'Compare all the photos'),
      'compare-all-the-photos',
      undefined,
      null,
    ],
  ]
  test.each(asked)('asks again for %s', (_name, change, next, stepId, wanted, words) => {
    const run = worked(first, change)
    const moved = move(run, first, next)
    expect(standing(moved, stepId)).toEqual(wanted)
    expect(moved.move).toMatchObject({ kept: 0, asked: 1, gone: 0 })
    expect(moved.former).toEqual([{ version: 1, stepId, label: expect.any(String), answer: words, record: run.steps[0] }])
  })

  test('keeps an answer of a step that is gone, to be read', () => {
    const run = worked(first, done('compare-the-photos'))
    const moved = move(run, first, rewritten('- [ ] Compare the photos\n', ''))
    expect(moved).toMatchObject({ steps: [], move: { gone: 1 }, former: [{ stepId: null, label: 'Compare the photos', record: run.steps[0] }] })
  })
  test('keeps a tick and its note when no note is asked for any more', () => {
    const strict = rewritten('photos', 'photos {evidence: note}')
    const noted = addProof(fresh(strict), strict.document, 'compare-the-photos', { id: mira.id, kind: 'note', text: 'a label is missing', at: 11 }, {})
    const run = showStep(noted, strict.document, done('compare-the-photos'), {}, 12)
    expect(move(run, strict, first).steps).toEqual(run.steps)
  })
  test('does not ask again for what has left the desk', () => {
    const run = worked(first, done('has-the-seller-shown-proof', { optionId: 'no' }), done('hand-it-over'))
    const moved = move(run, first, rewritten('Hand it over {queue: brand}', 'Hand it all over {queue: fraud}'))
    expect(standing(moved, 'hand-it-all-over')).toEqual(['done', null])
  })
  test('asks again for a jump that leads elsewhere, and keeps one whose target is reworded', () => {
    const book = '- [>] Nothing found {to: write-it-down}\n- [ ] Ask\n- [ ] Write it down\n- [ ] File it'
    const before = versionOf(book)
    const run = worked(before, done('nothing-found'))
    const elsewhere = next(before, book.replace('to: write-it-down', 'to: file-it'))
    expect(move(run, before, elsewhere)).toMatchObject({ steps: [], move: { asked: 1 } })
    const reworded = next(before, book.replace('Write it down', 'Write it all down').replace('to: write-it-down', 'to: write-it-all-down'))
    expect(move(run, before, reworded)).toMatchObject({ steps: run.steps, move: { kept: 1 } })
  })
  test('does not mistake the step of one branch for its twin in another', () => {
    const both = versionOf('- (?) Which?\n  - Yes\n    - [ ] Reply\n  - No\n    - [ ] Reply')
    const run = worked(both, done('which', { optionId: 'yes' }), done('reply'))
    const moved = move(run, both, next(both, '- (?) Which?\n  - No\n    - [ ] Reply'))
    expect(moved.steps).toEqual([])
    expect(moved.former?.map(({ stepId, label }) => [stepId, label])).toEqual([
      ['which', 'Which?'],
      [null, 'Reply'],
    ])
  })
})

describe('a moved run', () => {
  const run = worked(first, done('compare-the-photos'), done('order-value', { value: '12' }))
  const second = rewritten('Order value', 'Value in EUR')
  const moved = move(run, first, second)

  test('names its version and where it came from', () => {
    expect(moved.playbook).toEqual({ id: 'counterfeit', version: 2, hash: '2'.repeat(64), title: 'Counterfeit' })
    expect(moved.move).toMatchObject({ from: run.playbook, by: 'agent', at: 99, seenAt: null })
  })
  test('knows a typed value only once it is confirmed', () => {
    expect(savedInputs(second.document, moved)).toEqual({})
    expect(savedInputs(second.document, showStep(moved, second.document, done('value-in-eur', { value: '12' }), {}, 100))).toEqual({ 'order.value': '12' })
  })
  test('goes back to what it was, as long as nothing was changed', () => {
    expect(mayUndoMove(moved)).toBe(true)
    expect(undoMove(moved)).toEqual({ ...run, updatedAt: 99 })
    const changed = showStep(moved, second.document, { stepId: 'compare-the-photos', state: 'open' }, {}, 100)
    expect(mayUndoMove(changed)).toBe(false)
    expect(() => undoMove(changed)).toThrow(RunFault)
  })
  test('leaves what it was on this device', () => {
    expect(JSON.stringify(withoutUndo(moved))).not.toContain('"before"')
    expect(withoutUndo({ ...run, undo: [] })).not.toHaveProperty('undo')
  })
  test('by a lead keeps its place among the runs, and is not taken back', () => {
    const forced = moveRun(run, first.document, second, 'lead', { at: 200, mayUndo: false })
    expect(forced).toMatchObject({ updatedAt: run.updatedAt, move: { by: 'lead', at: 200 } })
    expect(mayUndoMove(forced)).toBe(false)
  })
  test('carries former answers on, and lets go of steps that went', () => {
    const third = next(second, book.replace('- [ ] Order value {input: money, save: order.value}\n', ''))
    expect(move(moved, second, third).former).toMatchObject([
      { version: 1, stepId: null, label: 'Order value' },
      { version: 2, stepId: null, label: 'Value in EUR', answer: '12' },
    ])
  })
  test('is not moved once it is closed', () => {
    const skipped = (stepId: string): StepChange => ({ stepId, state: 'skipped', reason: 'no' })
    const closed = closeRun(
      worked(first, ...['compare-the-photos', 'order-value', 'has-the-seller-shown-proof', 'steps'].map(skipped)),
      first.document,
      {},
      { now: 50 },
    )
    expect(() => move(closed, first, second)).toThrow('stays on the version')
  })
})
