import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerFlag, FlagFault, isEnded, lastAnswer, receiveFlag } from '../../lib/domain/flag.ts'
import { Flag, type FlagAnswer, FlagAnswerKind } from '../../lib/schema/flag.ts'
import { flagOf, id, lena, mira } from '../db/sample.ts'

const ref = ({ id, name }: typeof mira) => ({ id, name })
const fresh = () => receiveFlag(flagOf(1), ref(mira), 10)
const answer = (n: number, change: Partial<FlagAnswer> = {}): FlagAnswer => ({
  id: id(n, 0x9),
  kind: 'looking',
  by: ref(lena),
  at: 20,
  text: '',
  version: null,
  ...change,
})

describe('a flag', () => {
  test('is looked into once, and then settled once', () => {
    const looking = answerFlag(fresh(), answer(1))
    expect(answerFlag(looking, answer(2))).toBe(looking)
    const fixed = answerFlag(looking, answer(3, { kind: 'fixed', version: 2 }))
    expect([isEnded(looking), isEnded(fixed), lastAnswer(fixed)?.version]).toEqual([false, true, 2])
    expect(() => answerFlag(fixed, answer(4, { kind: 'declined', text: 'No' }))).toThrow('Lena already settled this flag.')
  })
  test.each([
    ['declined without a word', { kind: 'declined', text: '  ' }, 'Say why it stays as it is'],
    ['fixed without a version', { kind: 'fixed' }, 'Name the version that mends it.'],
    ['fixed by an earlier version', { kind: 'fixed', version: 0 }, 'Name the version that mends it.'],
  ] as const)('is not %s', (_what, change, message) => expect(() => answerFlag(fresh(), answer(1, change))).toThrow(message))

  test('keeps every answer that was taken, counts them, and takes none after its end', () => {
    const answers = fc.array(
      fc.record({ kind: fc.constantFrom(...FlagAnswerKind.options), text: fc.constantFrom('', 'Because'), version: fc.constantFrom(null, 1, 2) }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(answers, (said) => {
        let flag = fresh()
        for (const [index, one] of said.entries()) {
          const before = flag
          try {
            flag = answerFlag(before, answer(index, one))
          } catch (fault) {
            expect(fault).toBeInstanceOf(FlagFault)
          }
          if (isEnded(before)) expect(flag).toBe(before)
          expect(flag.answers.slice(0, before.answers.length)).toEqual(before.answers)
          expect(flag.revision).toBe(1 + flag.answers.length)
        }
        expect(Flag.safeParse(flag).success).toBe(true)
      }),
    )
  })
})
