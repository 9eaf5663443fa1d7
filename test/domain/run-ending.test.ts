import { describe, expect, test } from 'vitest'
import { endingOf } from '../../lib/domain/run-ending.ts'
import type { Run } from '../../lib/schema/run.ts'

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const mira = { id: uuid(1), name: 'Mira' }
const playbook = { id: 'counterfeit', version: 1, hash: 'a'.repeat(64), title: 'Counterfeit' }
const times = { startedAt: 1, updatedAt: 9, closedAt: 9 }
const run: Run = { id: uuid(2), caseKey: 'demo-desk:1042', playbook, memberId: mira.id, ...times, outcome: 'Duplicate', steps: [] }
const because = (reason: string, at: number) => ({ reason, at, by: mira, open: [{ stepId: 'look', label: 'Look' }] })
const decision = (at: number) => ({ stepId: 'decide', state: 'done' as const, at, override: because('Decided early', at) })
const plain = { runId: run.id, playbook, by: mira, closedAt: 9, outcome: 'Duplicate' }

describe('how a run ended, for a lead', () => {
  test.for<[string, Partial<Run>, unknown]>([
    ['closed, without its steps', { steps: [{ stepId: 'look', state: 'done', value: 'a secret of the case', at: 3 }] }, { ...plain, decided: [] }],
    ['closed with steps open', { override: because('Duplicate of 1042', 9) }, { ...plain, override: because('Duplicate of 1042', 9), decided: [] }],
    ['decided with steps open that were done later', { steps: [decision(5)] }, { ...plain, decided: [because('Decided early', 5)] }],
    [
      'decided for one reason and closed for another',
      { steps: [decision(5)], override: because('Duplicate of 1042', 9) },
      { ...plain, override: because('Duplicate of 1042', 9), decided: [because('Decided early', 5)] },
    ],
    [
      'decided for a reason that counted for the close',
      { steps: [decision(5)], override: because('Decided early', 5) },
      { ...plain, override: because('Decided early', 5), decided: [] },
    ],
    ['open', { closedAt: null }, null],
    ['gone to a colleague', { wentTo: { handoverId: uuid(3), member: mira, at: 9 } }, null],
  ])('%s', ([, change, ending]) => {
    expect(endingOf({ ...run, ...change }, mira)).toEqual(ending)
  })
})
