import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseMasker, maskedProof } from '../../lib/domain/mask.ts'
import { markedWords } from '../../lib/domain/mask-marks.ts'
import { maskWords, type Selection, wordsMask } from '../../lib/domain/mask-words.ts'
import { addressOfWords } from '../../lib/domain/sentence.ts'
import { Proof } from '../../lib/schema/proof.ts'
import { mira } from './fixtures.ts'

const url = 'https://desk.example.com/tickets/1042'
const said = (change: Partial<Selection> = {}): Selection => ({
  id: mira.id,
  at: 20,
  kind: 'selection',
  text: 'paid Mara Ilves twice',
  around: 'He says he paid Mara Ilves twice. Mara  ilves says no.',
  url,
  title: 'Refund for Mara Ilves',
  ...change,
})

describe('words that the agent masks', () => {
  test('go from the selection, what stands around it, the title and the address, however they are written', () => {
    const { masked, count } = maskWords(said({ url: `${url}?q=mara%20ilves&r=Mara+Ilves#Mara%20Ilves` }), 'mara Ilves')
    expect(masked).toMatchObject({
      text: 'paid [words removed] twice',
      around: 'He says he paid [words removed] twice. [words removed] says no.',
      title: 'Refund for [words removed]',
      url: `${url}?q=[words removed]&r=[words removed]#[words removed]`,
    })
    expect(count).toBe(6)
  })
  test('are in no text fragment: the link leads to the page', () => {
    const { text, url } = maskWords(said(), 'Mara Ilves').masked
    expect(addressOfWords(url, text)).toBe(url)
  })
  test('with letters that addresses encode go from there too', () => {
    expect(maskWords(said({ url: `${url}?n=J%C3%B6rg%20%26%20Co` }), 'Jörg & Co').masked.url).toBe(`${url}?n=[words removed]`)
  })
  test.each([
    ['what was masked before stays one mask', 'removed', 'paid [words removed] twice', 'paid [words removed] twice', 0],
    [
      'across a mask, both sides of it are meant',
      'paid [words removed] twice',
      'paid [words removed] twice',
      '[words removed] [words removed] [words removed]',
      2,
    ],
    ['signs of a pattern mean themselves', 'a.*(b', 'a.*(b axxb', '[words removed] axxb', 1],
    ['half of a letter pair is looked for as it is', '\ud83d', 'a \ud83d b', 'a [words removed] b', 1],
    ['the last digits that an automatic mask left', '1111', 'card [card ending 1111]', 'card [card ending [words removed]]', 1],
    ['nothing but spaces masks nothing', '  \n', 'a b', 'a b', 0],
  ])('%s', (_, words, text, masked, count) => {
    expect(maskWords(said({ text, around: '', title: '' }), words)).toMatchObject({ masked: { text: masked }, count })
  })
  test('leave a record that fits its limits, though masks are longer than what they hide', () => {
    const { masked } = maskWords(said({ text: 'e '.repeat(2000), around: 'e '.repeat(500), title: 'e'.repeat(500), url: `${url}?${'e'.repeat(2000)}` }), 'e')
    expect(Proof.parse(masked)).toEqual(masked)
  })

  const letters = fc.constantFrom(...'aAbB1é.+ -%?&/#\n')
  const texts = fc.string({ unit: letters, maxLength: 40 })
  const wanted = fc.string({ unit: letters, minLength: 1, maxLength: 5 }).filter((words) => words.trim() !== '' && words === words.trim())
  const places = fc.array(fc.tuple(texts, fc.boolean()), { minLength: 1, maxLength: 4 })

  test('occur nowhere in the record any more, as they are or encoded, and masking them twice changes nothing', () => {
    fc.assert(
      fc.property(wanted, places, places, texts, (words, inText, inAround, title) => {
        const put = (parts: [string, boolean][]) => parts.map(([before, isIn]) => before + (isIn ? words : '')).join('')
        const query = encodeURIComponent(put(inText))
        const proof = said({ text: put(inText) || 'x', around: put(inAround), title: title + words, url: `https://zz/?${query}` })
        const { masked } = maskWords(proof, words)
        const plain = (text: string) => text.replaceAll(wordsMask, '\u0000').toLowerCase()
        for (const field of [masked.text, masked.around, masked.title]) expect(plain(field)).not.toContain(words.toLowerCase())
        expect(plain(decodeURIComponent(masked.url.replaceAll(wordsMask, '\u0000')))).not.toContain(words.toLowerCase())
        expect(maskWords(masked, words)).toEqual({ masked, count: 0 })
      }),
      { numRuns: 3000 },
    )
  })
  test('stay masked as they are when the automatic masks come over them', () => {
    const ofCase = caseMasker(null)
    const texts = ['pin: Mara', 'password is Mara', 'call me on Mara', 'your code is Mara 4411', 'SSN Mara', 'bearer Mara']
    for (const text of texts) {
      const { masked } = maskWords(said({ text, around: `${text} now` }), 'Mara')
      expect(maskedProof(masked, ofCase)).toEqual(masked)
    }
  })
})

describe('what was masked in a text', () => {
  test.each([
    ['He paid twice.', null],
    ['[card ending 1111] and [IBAN ending 3000], [id ending 34]', '1 card number, 1 IBAN, 1 national id'],
    ['[removed] [code removed] [private key removed] [key removed]', '2 keys, 1 password, 1 one-time code'],
    ['[e-mail at mail.example] or [phone ending 67], [loyalty card removed]', '1 e-mail address, 1 phone number, 1 find of your team’s rules'],
    ['[words removed] owes [words removed] [card ending 1111]', '1 card number, words in 2 places'],
    ['[words removed]', 'words in one place'],
    ['[sic] [card]', null],
  ])('%s: %s', (text, words) => expect(markedWords(text)).toBe(words))
  test('is what the automatic masks say of it', () => {
    const { text } = caseMasker(null)('4111 1111 1111 1111, jane@mail.example, +46 70 123 45 67, your code is 8812')
    expect(markedWords(text)).toBe('1 card number, 1 one-time code, 1 e-mail address, 1 phone number')
  })
})
