import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeStep, showStep } from '../../lib/domain/change-step.ts'
import { closeRun, reopenRun } from '../../lib/domain/close-run.ts'
import { holds, numberIn } from '../../lib/domain/condition.ts'
import { runEvidence } from '../../lib/domain/evidence.ts'
import { maskText } from '../../lib/domain/mask.ts'
import { progressOf, savedInputs, startRun, valuesOf, visibleSteps } from '../../lib/domain/run.ts'
import { RunFault } from '../../lib/domain/run-fault.ts'
import type { Condition } from '../../lib/schema/condition.ts'
import { limits } from '../../lib/schema/ids.ts'
import type { Step } from '../../lib/schema/playbook.ts'
import { Run, type StepChange } from '../../lib/schema/run.ts'
import { check, choice, decide, input, mira, playbook } from './fixtures.ts'

const big: Condition = { op: 'compare', field: 'order.value', comparator: '>=', value: 1000 }
const book = playbook([
  check('photos'),
  input('value', 'money', 'order.value'),
  choice('proof', { yes: [check('thank')], no: [check('ask'), check('escalate', { when: big })] }),
  check('extra', { optional: true }),
  decide('decision', 'remove', 'keep'),
])
const { document } = book
const fresh = () => startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: book, memberId: mira.id, now: 10 })
const masks = { secret: maskText, said: maskText }
const apply = (...changes: StepChange[]) =>
  changes.reduce((run, change) => changeStep(run, document, change, valuesOf([], document, run), run.updatedAt + 1, null, masks), fresh())
const shown = (run = fresh()) => visibleSteps(document, run, valuesOf([], document, run)).map(({ step }) => step.id)

describe('a run', () => {
  test('starts open on the version it was started with', () => {
    expect(fresh().playbook).toMatchObject({ id: 'counterfeit', version: 3 })
    expect(shown()).toEqual(['photos', 'value', 'proof', 'extra', 'decision'])
  })
  test('shows the steps of the chosen option only', () => {
    expect(shown(apply({ stepId: 'proof', state: 'done', optionId: 'yes' }))).toContain('thank')
    expect(shown(apply({ stepId: 'proof', state: 'done', optionId: 'no' }))).not.toContain('escalate')
  })
  test('shows a conditional step once the saved input makes it true', () => {
    const run = apply({ stepId: 'value', state: 'done', value: '$1,250.00' }, { stepId: 'proof', state: 'done', optionId: 'no' })
    expect(savedInputs(document, run)).toEqual({ 'order.value': '$1,250.00' })
    expect(shown(run)).toContain('escalate')
  })
  test('keeps answers of a branch that was left, and counts them again on return', () => {
    const left = apply(
      { stepId: 'proof', state: 'done', optionId: 'yes' },
      { stepId: 'thank', state: 'done' },
      { stepId: 'proof', state: 'done', optionId: 'no' },
    )
    expect(shown(left)).not.toContain('thank')
    const back = showStep(left, document, { stepId: 'proof', state: 'done', optionId: 'yes' }, {}, 99)
    expect(progressOf(document, back, {}).done).toBe(2)
  })
  test('never counts a skip as done', () => {
    const run = apply({ stepId: 'photos', state: 'skipped', reason: 'no photos on file' })
    expect(progressOf(document, run, {})).toEqual({ done: 0, skipped: 1, notApplicable: 0, open: 3, total: 4 })
  })
  test('masks a card number typed as a reason before it is kept', () => {
    const run = apply({ stepId: 'photos', state: 'skipped', reason: 'paid with 4111 1111 1111 1111' })
    expect(run.steps[0]?.reason).toBe('paid with [card ending 1111]')
  })
  test('undoing a step leaves no trace of it', () => {
    const run = apply({ stepId: 'photos', state: 'done' }, { stepId: 'photos', state: 'open' })
    expect(run.steps).toEqual([])
  })
})

describe('a change is refused', () => {
  test.each([
    ['an unknown step', { stepId: 'nowhere', state: 'done' }, 'not part'],
    ['a step of another branch', { stepId: 'thank', state: 'done' }, 'not part'],
    ['a skip without a reason', { stepId: 'photos', state: 'skipped', reason: ' ' }, 'Say why'],
    ['not applicable without a reason', { stepId: 'photos', state: 'not-applicable' }, 'Say why'],
    ['an option that does not exist', { stepId: 'proof', state: 'done', optionId: 'maybe' }, 'Choose one'],
    ['an outcome that does not exist', { stepId: 'decision', state: 'done' }, 'Choose one'],
    ['a value of the wrong type', { stepId: 'value', state: 'done', value: 'much' }, 'amount'],
  ] as const)('%s', (_, change, words) => expect(() => apply(change)).toThrow(words))
  test('evidence that the step demands is missing', () => {
    const strict = playbook([check('note-it', { evidence: 'note' })]).document
    expect(() => showStep(fresh(), strict, { stepId: 'note-it', state: 'done' }, {}, 1)).toThrow('asks for a note')
  })
  test('the run is closed', () => {
    const closed = { ...fresh(), closedAt: 5 }
    expect(() => showStep(closed, document, { stepId: 'photos', state: 'done' }, {}, 6)).toThrow(RunFault)
  })
})

describe('closing', () => {
  const all: StepChange[] = [
    { stepId: 'photos', state: 'done' },
    { stepId: 'value', state: 'not-applicable', reason: 'no order' },
    { stepId: 'proof', state: 'skipped', reason: 'seller is gone' },
    { stepId: 'decision', state: 'done', outcomeId: 'remove' },
  ]
  test('names what is open', () => {
    expect(() => closeRun(fresh(), document, {}, { now: 20 })).toThrow('Still open: photos and 3 more')
  })
  test('does not wait for optional steps and keeps the outcome', () => {
    const closed = closeRun(apply(...all), document, {}, { now: 20 })
    expect(closed).toMatchObject({ closedAt: 20, outcome: 'remove' })
    expect(reopenRun(closed, 30)).toMatchObject({ closedAt: null, outcome: null })
  })
  test('the evidence reads without the playbook', () => {
    const evidence = runEvidence(apply(...all), document, {})
    expect(evidence).toMatchObject({ done: 2, skipped: 1, total: 4 })
    expect(evidence.lines.map(({ label, state, answer, reason }) => [label, state, answer, reason])).toEqual([
      ['photos', 'done', null, null],
      ['value', 'not-applicable', null, 'no order'],
      ['proof', 'skipped', null, 'seller is gone'],
      ['extra', 'open', null, null],
      ['decision', 'done', 'remove', null],
    ])
  })
})

test('any order of changes keeps the counts adding up', () => {
  const change = fc.record({
    stepId: fc.constantFrom('photos', 'value', 'proof', 'thank', 'ask', 'escalate', 'extra', 'decision'),
    state: fc.constantFrom('open', 'done', 'skipped', 'not-applicable'),
    reason: fc.constant('because'),
    value: fc.constantFrom('5', '5000'),
    optionId: fc.constantFrom('yes', 'no'),
    outcomeId: fc.constantFrom('remove', 'keep'),
  })
  fc.assert(
    fc.property(fc.array(change as fc.Arbitrary<StepChange>), (changes) => {
      let run = fresh()
      for (const next of changes) {
        try {
          run = showStep(run, document, next, valuesOf([], document, run), run.updatedAt + 1)
        } catch (error) {
          expect(error).toBeInstanceOf(RunFault)
        }
      }
      const { done, skipped, notApplicable, open, total } = progressOf(document, run, valuesOf([], document, run))
      expect(done + skipped + notApplicable + open).toBe(total)
      expect(new Set(run.steps.map(({ stepId }) => stepId)).size).toBe(run.steps.length)
    }),
  )
})

describe('conditions', () => {
  const compare = (comparator: '=' | '!=' | '<' | '>=', value: string | number): Condition => ({ op: 'compare', field: 'x', comparator, value })
  test.each([
    [compare('>=', 1000), { x: '1,000' }, true],
    [compare('<', 1000), { x: '1 000,5' }, false],
    [compare('=', 'EU'), { x: 'eu' }, true],
    [compare('!=', 'EU'), {}, false],
    [compare('!=', 3), { x: 'three' }, true],
    [{ op: 'known', field: 'x' }, { x: ' ' }, false],
    [{ op: 'not', of: { op: 'known', field: 'x' } }, {}, true],
    [{ op: 'and', of: [compare('>=', 1), compare('<', 5)] }, { x: '3' }, true],
    [{ op: 'or', of: [compare('<', 1), compare('>=', 5)] }, { x: '3' }, false],
    [compare('=', 'x'), { ['__proto__']: 'x' }, false],
  ] as [Condition, Record<string, string>, boolean][])('%j over %j is %s', (condition, values, expected) => expect(holds(condition, values)).toBe(expected))
  test.each([
    ['$1,250.00', 1250],
    ['1 250 EUR', 1250],
    ['-3', -3],
    ['.5', 0.5],
    ['2 or 3', null],
    ['', null],
    ['1,2,3', null],
    ['1.250,00', 1250],
    ['1 250,00', 1250],
    ['1\u202f250,5', 1250.5],
    ['CHF 1\u2019250.00', 1250],
    ['1.250.000,50', 1_250_000.5],
    ['12,50', 12.5],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1.2345', 1.2345],
    ['Rs.1250', 1250],
    [',50 EUR', 0.5],
    ['1.250', null],
    ['-1.250 EUR', null],
    ['1.250.000', 1_250_000],
    ['-1.250.000 EUR', -1_250_000],
    ['100k', null],
    ['1.5 M €', null],
    ['2 Mio. EUR', null],
    ['250 kr', 250],
    ['250 MXN', 250],
    ['1,250 000', null],
    ['1,00,000', null],
  ])('the number in %s is %s', (text, expected) => expect(numberIn(text)).toBe(expected))
  test('an amount is the same however it is written, with its cents', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom([',', '.'], ['.', ','], [' ', ','], [' ', '.'], ["'", '.']),
        (cents, [group, point]) => {
          const written = (cents / 100).toLocaleString('en', { minimumFractionDigits: 2 })
          expect(numberIn(written.replace(/[,.]/g, (mark) => (mark === ',' ? group : point) ?? ''))).toBe(cents / 100)
        },
      ),
    )
  })
  test('what may be thousands or thousandths is no number', () => {
    const unclear = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 1 }))
    fc.assert(
      fc.property(unclear, ([first, groups]) => {
        const x = [first, ...groups.map((group) => String(group).padStart(3, '0'))].join('.')
        for (const comparator of ['=', '<', '>='] as const) expect(holds(compare(comparator, 1000), { x })).toBe(false)
      }),
    )
  })
  test('any text has a number or none', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(numberIn(text)).not.toBeNaN()))
  })
})

test('a reason at its limit stays readable when a secret in it is masked', () => {
  const reason = 'pin=123 '.repeat(limits.reason).slice(0, limits.reason)
  expect(Run.safeParse(apply({ stepId: 'photos', state: 'skipped', reason })).success).toBe(true)
})

test('a secret that is masked out of recognition is refused, so that what is kept is what the step asked for', () => {
  const asking = playbook([{ ...input('value', 'money', 'order.value'), min: 5000 } as Step])
  const run = startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: asking, memberId: mira.id, now: 10 })
  const save = (value: string) => changeStep(run, asking.document, { stepId: 'value', state: 'done', value }, {}, 11, null, masks)
  expect(save('5,000').steps[0]?.value).toBe('5,000')
  expect(() => save('4111111111111111')).toThrow('never kept')
  expect(() => save('4,999')).toThrow('Type an amount of 5000 or more.')
})

describe('a jump', () => {
  const to = (id: string, target: string) => ({ ...check(id), kind: 'jump', to: target }) as Step
  const shownAfter = (steps: Step[], ...changes: StepChange[]) => {
    const jumping = playbook(steps)
    const start = startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: jumping, memberId: mira.id, now: 10 })
    const run = changes.reduce((before, change) => showStep(before, jumping.document, change, {}, 11), start)
    return visibleSteps(jumping.document, run, {}).map(({ step }) => step.id)
  }
  const taken: StepChange = { stepId: 'jump', state: 'done' }

  test('asks all steps until it is taken, and none between it and its target then', () => {
    const steps = [check('a'), to('jump', 'd'), check('b'), choice('c', { yes: [check('e')], no: [] }), decide('d', 'keep')]
    expect(shownAfter(steps)).toEqual(['a', 'jump', 'b', 'c', 'd'])
    expect(shownAfter(steps, taken)).toEqual(['a', 'jump', 'd'])
    expect(shownAfter(steps, { stepId: 'jump', state: 'not-applicable', reason: 'no' })).toEqual(['a', 'jump', 'b', 'c', 'd'])
  })
  test('leads out of the branch in which it stands', () => {
    const steps = [choice('q', { yes: [to('jump', 'd'), check('b')], no: [check('x')] }), check('c'), decide('d', 'keep')]
    expect(shownAfter(steps, { stepId: 'q', state: 'done', optionId: 'yes' }, taken)).toEqual(['q', 'jump', 'd'])
    expect(shownAfter(steps, { stepId: 'q', state: 'done', optionId: 'no' })).toEqual(['q', 'x', 'c', 'd'])
  })
  test('goes on behind a target whose condition does not hold', () => {
    expect(shownAfter([to('jump', 'b'), check('a'), check('b', { when: big }), check('c')], taken)).toEqual(['jump', 'c'])
  })
  test.each(['a', 'jump', 'nowhere', 'below'])('to %s, which is not further on, passes nothing over', (target) => {
    const steps = [check('a'), to('jump', target), choice('q', { yes: [check('below')], no: [] }), check('c')]
    expect(shownAfter(steps, taken)).toEqual(['a', 'jump', 'q', 'c'])
  })
  test('never passes the end: a run with jumps can always be closed', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const step = (id: string) => fc.constantFrom(...ids).map((target) => [check(id), to(id, target)])
    const steps = fc.tuple(...ids.map((id) => fc.tuple(step(id), fc.boolean()).map(([two, isJump]) => two[Number(isJump)]!)))
    fc.assert(
      fc.property(steps, (list) => {
        const jumping = playbook([...list, decide('end', 'keep')])
        let run = startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: jumping, memberId: mira.id, now: 10 })
        for (let turn = 0; turn <= list.length; turn++) {
          const open = visibleSteps(jumping.document, run, {}).find(({ record }) => record === null)
          if (open) run = showStep(run, jumping.document, { stepId: open.step.id, state: 'done', outcomeId: 'keep' }, {}, 11)
        }
        expect(closeRun(run, jumping.document, {}, { now: 12 }).outcome).toBe('keep')
      }),
    )
  })
})
