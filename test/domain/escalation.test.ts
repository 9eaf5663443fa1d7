import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeEscalation, type EscalationChange, EscalationFault, receiveEscalation, summaryOf } from '../../lib/domain/escalation.ts'
import { exportText } from '../../lib/domain/export.ts'
import { standingOf, standingOfRecord } from '../../lib/domain/standing.ts'
import { Escalation, type OwnEscalation } from '../../lib/schema/escalation.ts'
import { limits } from '../../lib/schema/ids.ts'
import { content, lea, mira, omar } from './fixtures.ts'

const fresh = () => receiveEscalation(content, mira, 42, 100)
const stamp = (by: typeof mira, at = 200) => ({ entryId: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`, by, at })
const faultOf = (act: () => unknown): EscalationFault => {
  try {
    act()
  } catch (error) {
    if (error instanceof EscalationFault) return error
    throw error
  }
  throw new Error('nothing was refused')
}
const apply = (record: Escalation, ...changes: EscalationChange[]) => changes.reduce(changeEscalation, record)

describe('the way of an escalation', () => {
  test('delivered, seen, taken, asked, answered, ruled', () => {
    const words: string[] = []
    let record = fresh()
    const step = (change: EscalationChange) => {
      record = changeEscalation(record, change)
      words.push(standingOfRecord(record).sentence)
    }
    words.push(standingOfRecord(record).sentence)
    step({ ...stamp(lea, 201), kind: 'see' })
    step({ ...stamp(lea, 202), kind: 'take', revision: 2 })
    step({ ...stamp(lea, 203), kind: 'ask', text: 'Which seller?' })
    step({ ...stamp(mira, 204), kind: 'answer', text: 'vintagekicks' })
    step({ ...stamp(lea, 205), kind: 'rule', outcome: 'Remove listing', rationale: 'No serial.', revision: record.revision })
    expect(words).toEqual([
      'Delivered to the hub. Nobody has opened it yet.',
      'Seen by Lea.',
      'Taken by Lea.',
      'Lea asked a question.',
      'Taken by Lea.',
      'Ruled by Lea: Remove listing',
    ])
    expect(record.thread.map(({ kind }) => kind)).toEqual(['seen', 'taken', 'question', 'answer', 'ruling'])
    expect(summaryOf(record)).toMatchObject({ number: 42, caseKey: 'demo-desk:1042', status: 'ruled', takenBy: lea })
  })
  test('an amendment may raise the severity and is never an edit', () => {
    const record = changeEscalation(fresh(), { ...stamp(mira), kind: 'amend', note: 'He threatens her.', severity: 'S1' })
    expect(record.severity).toBe('S1')
    expect(record.content.severity).toBe('S2')
  })
  test('its author does not count as a person who saw it, and sight is kept once', () => {
    const own = changeEscalation(fresh(), { ...stamp(mira), kind: 'see' })
    expect(own.seenBy).toBe(null)
    const seen = apply(fresh(), { ...stamp(lea, 201), kind: 'see' }, { ...stamp(omar, 202), kind: 'see' })
    expect(seen).toMatchObject({ seenBy: lea, revision: 2 })
  })
  test('taking it counts as seeing it', () => {
    expect(changeEscalation(fresh(), { ...stamp(lea), kind: 'take', revision: 1 })).toMatchObject({ seenBy: lea, status: 'taken' })
  })
})

describe('two leads at once', () => {
  const taken = () => changeEscalation(fresh(), { ...stamp(lea), kind: 'take', revision: 1 })
  test('the second take is told who was first', () => {
    expect(faultOf(() => changeEscalation(taken(), { ...stamp(omar), kind: 'take', revision: 1 }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Lea took'),
    })
  })
  test('who has seen that it is taken may take it over', () => {
    expect(changeEscalation(taken(), { ...stamp(omar), kind: 'take', revision: 2 }).takenBy).toEqual(omar)
  })
  test('taking it twice changes nothing', () => {
    const record = taken()
    expect(changeEscalation(record, { ...stamp(lea, 300), kind: 'take', revision: 1 })).toBe(record)
  })
  test('a ruling on an old picture is refused, a mere sight in between is not', () => {
    const answered = changeEscalation(fresh(), { ...stamp(mira), kind: 'amend', note: 'more', severity: null })
    const rule = { ...stamp(lea, 300), kind: 'rule', outcome: 'x', rationale: 'y', revision: 1 } as const
    expect(faultOf(() => changeEscalation(answered, rule)).code).toBe('conflict')
    const seen = changeEscalation(fresh(), { ...stamp(omar), kind: 'see' })
    expect(changeEscalation(seen, rule).status).toBe('ruled')
  })
  test.each(['take', 'ask', 'rule', 'amend', 'withdraw', 'answer'] as const)('%s after a ruling is refused', (kind) => {
    const ruled = changeEscalation(fresh(), { ...stamp(lea), kind: 'rule', outcome: 'x', rationale: 'y', revision: 1 })
    const change = {
      ...stamp(mira, 400),
      kind,
      text: 't',
      note: 'n',
      severity: null,
      reason: '',
      outcome: 'o',
      rationale: 'r',
      revision: 9,
    } as EscalationChange
    expect(faultOf(() => changeEscalation(ruled, change))).toMatchObject({ code: 'conflict', message: expect.stringContaining('Lea already ruled') })
  })
})

test.each(['amend', 'withdraw', 'answer'] as const)('only the author may %s', (kind) => {
  const change = { ...stamp(omar), kind, text: 't', note: 'n', severity: null, reason: '' } as EscalationChange
  expect(faultOf(() => changeEscalation(fresh(), change)).code).toBe('forbidden')
})

test('whatever happens, the thread only grows and the revision counts it', () => {
  const person = fc.constantFrom(mira, lea, omar)
  const change = fc.record({
    kind: fc.constantFrom('see', 'take', 'ask', 'answer', 'amend', 'withdraw', 'rule'),
    by: person,
    revision: fc.nat(6),
    severity: fc.constantFrom(null, 'S1'),
  })
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      let record = fresh()
      for (const [index, next] of changes.entries()) {
        const before = record
        try {
          record = changeEscalation(record, {
            ...stamp(next.by, 500 + index),
            text: 't',
            note: 'n',
            reason: '',
            outcome: 'o',
            rationale: 'r',
            ...next,
          } as EscalationChange)
        } catch (error) {
          expect(error).toBeInstanceOf(EscalationFault)
        }
        expect(record.thread.slice(0, before.thread.length)).toEqual(before.thread)
        expect(record.revision).toBe(record.thread.length + 1)
        expect(record.content).toBe(before.content)
      }
    }),
  )
})

test('a ruling as long as it may be is a record that everybody can read', () => {
  const ruled = apply(fresh(), { ...stamp(lea), kind: 'rule', outcome: 'o'.repeat(200), rationale: 'r'.repeat(limits.note), revision: 1 })
  expect(Escalation.safeParse(ruled).success).toBe(true)
  expect(ruled.ruling?.rationale).toHaveLength(limits.note)
})

test('a thread does not grow for ever, and can always be ended', () => {
  const notes = Array.from(
    { length: limits.thread },
    (_, index): EscalationChange => ({ ...stamp(mira, 200 + index), kind: 'amend', note: 'more', severity: null }),
  )
  const full = apply(fresh(), ...notes)
  expect(faultOf(() => apply(full, { ...stamp(mira, 900), kind: 'amend', note: 'one more', severity: null }))).toMatchObject({ code: 'conflict' })
  expect(faultOf(() => apply(full, { ...stamp(lea, 900), kind: 'ask', text: 'why' }))).toMatchObject({ code: 'conflict' })
  expect(apply(full, { ...stamp(mira, 901), kind: 'withdraw', reason: '' }).status).toBe('withdrawn')
  expect(apply(full, { ...stamp(lea, 901), kind: 'rule', outcome: 'Keep', rationale: 'Fine', revision: full.revision }).status).toBe('ruled')
})

describe('on the author’s device', () => {
  const own: OwnEscalation = {
    id: content.id,
    caseKey: content.case.key,
    memberId: mira.id,
    content,
    hash: 'b'.repeat(64),
    local: 'held',
    sendAfter: 5_000,
    problem: null,
    record: null,
  }
  test.each([
    [{}, 1_200, 'held', 'Saved on this device. Sends in 4 s.'],
    [{}, 6_000, 'queued', 'Saved on this device. Sending.'],
    [
      { local: 'queued', problem: 'The hub cannot be reached; it will go out by itself.' },
      0,
      'queued',
      'Saved on this device. The hub cannot be reached; it will go out by itself.',
    ],
    [{ local: 'refused', problem: 'The hub does not know this queue.' }, 0, 'refused', 'Saved on this device. The hub does not know this queue.'],
    [{ local: 'sent' }, 0, 'delivered', 'Delivered to the hub. Nobody has opened it yet.'],
    [{ local: 'undone' }, 0, 'undone', 'Undone before it was sent.'],
  ] as [Partial<OwnEscalation>, number, string, string][])('%j at %i reads %s', (change, now, word, sentence) => {
    expect(standingOf({ ...own, ...change }, now)).toEqual({ word, sentence })
  })
  test.each([
    ['left', /^Saved on this device\. You are signed out; it goes out when you sign in again\.$/],
    ['revoked', /^Saved on this device\. The team signed this device out; it goes out once you have joined again\.$/],
    ['none', /^Saved on this device\. It goes out once you have joined a team\.$/],
  ] as const)('whose session is %s nothing is said to go out by itself', (session, sentence) => {
    expect(standingOf(own, 1_200, session)).toEqual({ word: 'held', sentence: expect.stringMatching(sentence) })
    expect(standingOf(own, 6_000, session)).toEqual({ word: 'queued', sentence: expect.stringMatching(sentence) })
    const queued = { ...own, local: 'queued', problem: 'The hub cannot be reached; it will go out by itself.' } as const
    expect(standingOf(queued, 6_000, session)).toEqual({ word: 'queued', sentence: expect.stringMatching(sentence) })
  })
  test('an unsent one can be handed over as text', () => {
    const text = exportText([own])
    for (const part of ['ESCALATION S2 to leads', 'Counterfeit handbag', 'Category: Counterfeit', content.id, own.hash]) expect(text).toContain(part)
    expect(exportText([])).toBe('Nothing is unsent on this device.')
  })
})
