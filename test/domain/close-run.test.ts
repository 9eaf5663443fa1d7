import { describe, expect, test } from 'vitest'
import { changeStep, showStep } from '../../lib/domain/change-step.ts'
import { closeRun, reopenRun } from '../../lib/domain/close-run.ts'
import { runEvidence } from '../../lib/domain/evidence.ts'
import { maskText } from '../../lib/domain/mask.ts'
import { startRun } from '../../lib/domain/run.ts'
import { idleMs, workedMs } from '../../lib/domain/step-time.ts'
import { Run, type StepChange } from '../../lib/schema/run.ts'
import { check, decide, lea, mira, playbook } from './fixtures.ts'

const book = playbook([check('photos'), check('seller'), check('extra', { optional: true }), decide('decision', 'remove', 'keep'), check('thank')])
const { document } = book
const fresh = () => startRun({ id: mira.id, caseKey: 'demo-desk:1', playbook: book, memberId: mira.id, now: 10 })
const set = (run: Run, change: StepChange, now = 20) => changeStep(run, document, change, {}, now, mira, { secret: maskText, said: maskText })
const close = (run: Run, reason?: string) => closeRun(run, document, {}, { now: 50, by: mira, reason: reason && maskText(reason).text })
const decision: StepChange = { stepId: 'decision', state: 'done', outcomeId: 'remove' }
const reason = 'The seller deleted the listing; card 4111 1111 1111 1111'
const kept = 'The seller deleted the listing; card [card ending 1111]'

describe('the close gate', () => {
  test.each([undefined, '', '  '])('closing with open steps and the reason %j is refused, and names what is open', (given) => {
    expect(() => close(fresh(), given)).toThrow(
      'Still open: photos and 3 more. Do it, skip it or mark it not applicable, or say why the run is closed with it open.',
    )
  })
  test('with a reason it is closed, and why, who, when and which are kept', () => {
    const closed = close(set(fresh(), { stepId: 'photos', state: 'done' }), reason)
    const open = ['seller', 'decision', 'thank'].map((stepId) => ({ stepId, label: stepId }))
    expect(closed).toMatchObject({ closedAt: 50, override: { reason: kept, at: 50, by: mira, open } })
    expect(Run.parse(closed)).toEqual(closed)
    expect(runEvidence(closed, document, {}).override).toEqual(closed.override)
    expect(reopenRun(closed, 60)).not.toHaveProperty('override')
  })
  test('a reason where nothing is open makes no override', () => {
    const all = ['photos', 'seller', 'decision', 'thank'].map((stepId): StepChange => ({ stepId, state: 'skipped', reason: 'no' }))
    expect(
      close(
        all.reduce((run, change) => set(run, change), fresh()),
        reason,
      ),
    ).not.toHaveProperty('override')
  })
  test('deciding with open steps before the decision needs a reason, too; steps after it and optional ones do not count', () => {
    expect(() => set(fresh(), decision)).toThrow('Still open: photos and 1 more')
    const decided = set(fresh(), { ...decision, reason })
    const record = decided.steps[0]!
    expect(record.override).toMatchObject({ reason: kept, at: 20, by: mira, open: [{ stepId: 'photos' }, { stepId: 'seller' }] })
    expect(record).not.toHaveProperty('reason')
    const ready = ['photos', 'seller'].reduce((run, stepId) => set(run, { stepId, state: 'done' }), fresh())
    expect(set(ready, decision).steps.at(-1)).not.toHaveProperty('override')
  })
  test('what the decision gave a reason for is not asked for twice, and is said of the run', () => {
    const decided = set(set(fresh(), { ...decision, reason }), { stepId: 'thank', state: 'done' })
    expect(close(decided).override).toEqual({ reason: kept, at: 20, by: mira, open: ['photos', 'seller'].map((stepId) => ({ stepId, label: stepId })) })
    expect(() => close(set(fresh(), { ...decision, reason }))).toThrow('or say why the run is closed')
    expect(close(decided, 'Another one').override).toMatchObject({ reason: 'Another one', at: 50 })
    const late = set(decided, { stepId: 'photos', state: 'done' })
    expect(close(late).override?.open).toEqual([{ stepId: 'seller', label: 'seller' }])
    expect(close(set(late, { stepId: 'seller', state: 'done' }))).not.toHaveProperty('override')
  })
})

describe('who, when, how long', () => {
  test('an answer says who gave it, and how long since the one before', () => {
    const run = set(set(fresh(), { stepId: 'photos', state: 'done' }, 4010), { stepId: 'seller', state: 'done' }, 9010)
    expect(run.steps).toMatchObject([
      { by: mira, at: 4010, tookMs: 4000 },
      { by: mira, at: 9010, tookMs: 5000 },
    ])
  })
  test('a pause counts as ten minutes, a clock set back as nothing', () => {
    expect(workedMs(fresh(), 'photos', 10 + 3 * idleMs)).toBe(idleMs)
    expect(workedMs(fresh(), 'photos', 3)).toBe(0)
  })
  test('a step answered again counts from the last answer to another one', () => {
    const run = set(set(fresh(), { stepId: 'photos', state: 'done' }, 1010), { stepId: 'seller', state: 'done' }, 3010)
    expect(set(run, { stepId: 'photos', state: 'skipped', reason: 'no' }, 3510).steps.at(-1)).toMatchObject({ tookMs: 500 })
  })
  test('of another than the one whose run it is, the lead reads the name', () => {
    const mine = set(fresh(), { stepId: 'photos', state: 'done' }, 1010)
    const both = showStep(mine, document, { stepId: 'seller', state: 'done' }, {}, 2010, lea)
    const [photos, seller] = runEvidence(both, document, {}).lines
    expect(photos).toMatchObject({ tookMs: 1000 })
    expect(photos).not.toHaveProperty('by')
    expect(seller).toMatchObject({ by: lea, tookMs: 1000 })
  })
})
