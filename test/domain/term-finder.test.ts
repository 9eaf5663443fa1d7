import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSaid } from '../../lib/domain/said.ts'
import { createTermFinder } from '../../lib/domain/term-finder.ts'
import { cutBetweenWords, fold, wordsOf } from '../../lib/domain/words.ts'
import { naivelyHas, naiveWords } from './naive-terms.ts'

const fuzz = process.env.HANDRAIL_FUZZ
const runs = fuzz ? { numRuns: Number(fuzz) } : { numRuns: 500, seed: 20_261_122 }

/** Few words, so that terms overlap, begin each other and end each other. */
const token = fc.constantFrom('a', 'b', 'c', 'ab', "don't", 'DON’T', 'Ünder', 'नमस्ते', '退', '款')
const gap = fc.constantFrom(' ', '  ', ', ', '\n', '-', "'", ' ’', '')
const sign = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(..."ab'’ 1é\u0301退ท\u0e35𠮷\u200b-\ud83d\ude00𝐚ßİ") },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
)
const spoken = fc.array(fc.tuple(token, gap), { maxLength: 30 }).map((parts) => parts.flat().join(''))
const text = fc.oneof(
  spoken,
  fc.array(sign, { maxLength: 40 }).map((parts) => parts.join('')),
)
const phrase = fc.array(token, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const term = fc.oneof(
  phrase,
  fc.tuple(fc.nat(6), phrase).map(([within, words]) => `near:${within} ${words}`),
  fc.array(sign, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
)
const terms = fc.array(term, { minLength: 1, maxLength: 12 })

describe('words', () => {
  test('are cut from a text as the regular expression of the same meaning cuts them', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(wordsOf(said)).toEqual(naiveWords(said))
      }),
      runs,
    )
  })
  test.each([
    ['It’s the SELLER’S bag', ["it's", 'the', "seller's", 'bag']],
    ['coun\u00adter\u200bfeit ｆａｋｅ 𝐅𝐀𝐊𝐄', ['counterfeit', 'fake', 'fake']],
    ['退款', ['退', '款']],
    ["'tis rock 'n' roll", ['tis', 'rock', 'n', 'roll']],
    ['😀 2x4', ['2x4']],
  ])('of %s are %j', (said, words) => expect(wordsOf(said)).toEqual(words))
  test('are not parted where a text is cut', () => {
    fc.assert(
      fc.property(spoken, fc.integer({ min: 1, max: 20 }), (said, limit) => {
        const cut = cutBetweenWords(said, limit)
        expect(cut > 0 || said === '').toBe(true)
        if (cut < limit) expect([...wordsOf(said.slice(0, cut)), ...wordsOf(said.slice(cut))]).toEqual(wordsOf(said))
      }),
      runs,
    )
  })
  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(spoken, (said) => {
        expect(fold(fold(said))).toBe(fold(said))
      }),
      runs,
    )
  })
})

describe('the term finder', () => {
  test('finds exactly the terms that a naive search finds', () => {
    fc.assert(
      fc.property(terms, text, (wanted, said) => {
        const finder = createTermFinder(wanted)
        const ear = finder.listen()
        ear.hear(said)
        const found = wanted.map((one) => {
          const number = finder.numberOf(one)
          return number !== null && ear.has(number, 0)
        })
        expect(found).toEqual(wanted.map((one) => naivelyHas(said, one)))
      }),
      runs,
    )
  })
  test('finds the same in a text that comes in pieces, of which the oldest are forgotten', () => {
    fc.assert(
      fc.property(terms, fc.array(text, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), (wanted, added, limit) => {
        const finder = createTermFinder(wanted)
        const ear = finder.listen()
        const said = createSaid('', limit)
        const startsAt: number[] = []
        for (const piece of added) {
          said.add(piece)
          for (const fresh of said.pieces.slice(Math.max(0, startsAt.length - said.forgotten()))) {
            // A piece that was forgotten before anybody heard it keeps its number.
            while (startsAt.length < said.forgotten()) startsAt.push(ear.count())
            startsAt.push(ear.count())
            ear.hear(fresh)
          }
          const since = startsAt[said.forgotten()] ?? ear.count()
          const whole = said.pieces.join('\n')
          for (const one of wanted) {
            const number = finder.numberOf(one)
            expect(number !== null && ear.has(number, since)).toBe(naivelyHas(whole, one))
          }
        }
      }),
      runs,
    )
  })
  test('hears a phrase across two reports, and no word across them', () => {
    const finder = createTermFinder(['gift card', 'giftcard'])
    const ear = finder.listen()
    ear.hear('a gift')
    ear.hear('card')
    expect([finder.numberOf('gift card'), finder.numberOf('giftcard')].map((number) => ear.has(number!, 0))).toEqual([true, false])
  })
  test('gives no number to what holds no word', () => {
    expect(createTermFinder(['???', 'near:5 !']).numberOf('???')).toBeNull()
  })
})

describe('what was said', () => {
  test('is the newest of it, whole words, never more than the limit', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), (added, limit) => {
        const said = createSaid('', limit)
        for (const piece of added) said.add(piece)
        const kept = said.pieces.join('')
        expect(kept.length).toBeLessThanOrEqual(limit)
        expect(added.join('').endsWith(kept)).toBe(true)
      }),
      runs,
    )
  })
})
