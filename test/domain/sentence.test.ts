import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../lib/domain/base64.ts'
import { addressOfWords, sentenceAround } from '../../lib/domain/sentence.ts'
import { uuidOf } from '../../lib/domain/uuid.ts'
import { Uuid } from '../../lib/schema/ids.ts'

describe('the words around a selection', () => {
  test.each([
    ['paid twice', 'Hello. He says he paid twice for it. Bye.', 'He says he paid twice for it.'],
    ['paid\n twice', 'He  says he paid twice', 'He says he paid twice'],
    ['He paid.', 'Hello. He paid. Bye.', ''],
    ['not there', 'Something else.', ''],
    ['', 'Something.', ''],
  ])('of %j in %j are %j', (selection, text, around) => expect(sentenceAround(selection, text)).toBe(around))
  test('of any selection hold it, and are not long', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, words, after) => {
        const around = sentenceAround(words, `${before} ${words} ${after}`)
        expect(around.length).toBeLessThanOrEqual(1000)
        if (around !== '') expect(around).toContain(words.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})

describe('the way back to the words', () => {
  test.each([
    ['https://desk.example.com/9', 'paid twice', 'https://desk.example.com/9#:~:text=paid%20twice'],
    ['https://desk.example.com/9#top', 'a-b, c', 'https://desk.example.com/9#top:~:text=a%2Db%2C%20c'],
    [
      'https://desk.example.com/9',
      'one two three four five six seven eight nine',
      'https://desk.example.com/9#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine',
    ],
    ['https://desk.example.com/9', 'pin [removed]', 'https://desk.example.com/9'],
    ['chrome://version', 'words', null],
    ['', 'words', null],
  ])('at %s to %j is %s', (url, words, address) => expect(addressOfWords(url, words)).toBe(address))
})

test('bytes come back from their text as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => void expect(fromBase64(toBase64(bytes))).toEqual(bytes)),
    { numRuns: 20 },
  )
})

test('the same two make the same id, and others another', () => {
  const of = '01890000-0000-7000-8000-000000000001'
  const ids = [uuidOf(of, 'a'.repeat(64)), uuidOf(of, 'b'.repeat(64)), uuidOf('01890000-0000-7000-8000-000000000002', 'a'.repeat(64))]
  expect(uuidOf(of, 'a'.repeat(64))).toBe(ids[0])
  expect(new Set(ids).size).toBe(3)
  for (const id of ids) expect(Uuid.safeParse(id).success).toBe(true)
})
