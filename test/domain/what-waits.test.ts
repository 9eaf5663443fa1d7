// What waits for whom: small rules that screens ask.
import { describe, expect, test } from 'vitest'
import { carriedTo } from '../../lib/domain/carried-escalations.ts'
import { latestWord } from '../../lib/domain/latest-word.ts'
import { asOf } from '../../lib/domain/own-flags.ts'
import { isAsked } from '../../lib/domain/own-groups.ts'
import type { Escalation, OwnEscalation, ThreadEntry } from '../../lib/schema/escalation.ts'
import type { OwnFlag } from '../../lib/schema/flag.ts'
import type { DeviceHandover } from '../../lib/schema/handover.ts'

describe('the answer that a lead reads first', () => {
  const said = (kinds: string) => [...kinds].map((kind, at) => ({ id: `${at}`, kind: { q: 'question', a: 'answer', n: 'amendment' }[kind] }) as ThreadEntry)
  const wordOf = (kinds: string, status: Escalation['status'] = 'taken') => latestWord({ status, thread: said(kinds) } as Escalation)
  test.each([
    ['', null],
    ['q', null],
    ['qa', { question: '0', answers: ['1'] }],
    ['qaqa', { question: '2', answers: ['3'] }],
    ['qaq', null],
    ['qana', { question: '0', answers: ['1', '3'] }],
    ['a', { question: undefined, answers: ['0'] }],
  ])('of "%s"', (kinds, expected) => {
    const word = wordOf(kinds)
    expect(word && { question: word.question?.id, answers: word.answers.map(({ id }) => id) }).toEqual(expected)
  })
  test('waits no more once it is ruled', () => expect(wordOf('qa', 'ruled')).toBeNull())
})

test.each([
  ['sent', 'asked', undefined, true],
  ['sent', 'asked', [{ kind: 'answer' }], false],
  ['sent', 'taken', undefined, false],
  ['refused', 'asked', undefined, false],
])('an own escalation that is %s and %s with %j on its way asks its author: %s', (local, status, waiting, expected) => {
  expect(isAsked({ local, record: { status }, waiting } as unknown as OwnEscalation)).toBe(expected)
})

test.each([
  ['held', 9, 'held'],
  ['held', 10, 'queued'],
  ['sent', 99, 'sent'],
])('a flag that was %s is, at %i of 10, %s', (local, now, expected) => {
  expect(asOf({ local, sendAfter: 10 } as OwnFlag, now).local).toBe(expected)
})

test('an escalation that came with two hand-overs is told once, as the newer tells it; an own one and those to others are not', () => {
  const one = (id: string, by: string, note: string) => ({ id, by: { id: by }, note })
  const handed = (to: string, escalations?: object[]) => ({ to: { id: to }, record: { escalations } }) as unknown as DeviceHandover
  const handovers = [
    handed('me', [one('1', 'mira', 'new'), one('2', 'me', 'own')]),
    handed('ben', [one('3', 'mira', 'other')]),
    handed('me', [one('1', 'mira', 'old')]),
    handed('me'),
  ]
  expect(carriedTo(handovers, 'me').map(({ note }) => note)).toEqual(['new'])
})
