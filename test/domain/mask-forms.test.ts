// What is a secret and what only looks like one, by tables.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { caseMasker, maskText } from '../../lib/domain/mask.ts'

const ofCase = caseMasker(null)

describe('a card is found', () => {
  test.each([
    ['in no-break spaces', '4111\u00a01111\u00a01111\u00a01111'],
    ['in thin spaces', '4111\u20091111\u202f1111\u20091111'],
    ['with hyphens of any width', '4111\u20101111\u20131111\u20141111'],
    ['with spaced hyphens', '4111 - 1111 - 1111 - 1111'],
    ['with dots between fours', '4111.1111.1111.1111'],
    ['in full-width digits', '４１１１ １１１１ １１１１ １１１１'],
    ['in Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١'],
    ['over lines', '4111\n1111\r\n1111\n1111'],
    ['split anywhere', '4111 11\n11 111 1 11 11'],
    ['with signs without a width', '4111\u200b1111\u20601111\ufeff1111'],
    ['digit by digit', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
  ])('%s', (_, card) =>
    expect(maskText(`paid with ${card} on Monday`)).toEqual({ text: 'paid with [card ending 1111] on Monday', count: 1, found: { card: 1 } }),
  )

  test.each([
    ['12 4111 1111 1111 1111 123', '12 [card ending 1111] 123'],
    ['3782 822463 10005 5555-5555-5555-4444', '[card ending 0005] [card ending 4444]'],
    ['Jane,4111111111111111,12/28', 'Jane,[card ending 1111],12/28'],
    ['order 20417\n4111 1111 1111 1111\n10 GBP', 'order 20417\n[card ending 1111]\n10 GBP'],
    ['your code is 4111 1111 1111 1111', 'your code is [card ending 1111]'],
    ['3056 930902 5904', '[card ending 5904]'],
    ['Visa4111 1111 1111 1111', 'Visa[card ending 1111]'],
  ])('beside other numbers: %j', (text, expected) => expect(maskText(text).text).toBe(expected))

  test.each([
    '4111 1111 and 1111 1111',
    '4111 1111 x 1111 1111',
    '0.4111111111111111',
    '4111111111111111.25',
    '4111.1111111111.11',
    '9111 1111 1111 1111',
    '402-1234567-1234567',
    '2026-11-22 20:14:15.123',
    '1732300000000',
    '4006381333900',
    '4111 1111 1111 1112',
  ])('but not in %j', (text) => expect(maskText(text).text).toBe(text))
})

describe('an IBAN is found', () => {
  test.each([
    ['DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 thanks', '[IBAN ending 3000] thanks'],
    ['NL91-ABNA-0417-1643-00', '[IBAN ending 4300]'],
    ['FR14 2004 1010 0505 0001 3M02 606', '[IBAN ending 2606]'],
    ['re12 order DE89370400440532013000', 're12 order [IBAN ending 3000]'],
    ['DE89 3704\n0044 0532\n0130 00', '[IBAN ending 3000]'],
    ['NO93 8601 1117 947 or call', '[IBAN ending 7947] or call'],
  ])('%j', (text, expected) => expect(maskText(text).text).toBe(expected))
})

describe('a national id is found', () => {
  test.each([
    ['536-22-1234', 'US SSN'],
    ['ssn 536 22 1234', 'US SSN'],
    ['SSN: 536221234', 'US SSN'],
    ['My social security number is 536221234.', 'US SSN'],
    ['AB 12 34 56 C', 'UK'],
    ['NI number AB123456C', 'UK'],
    ['Steuer-ID 86 095 742 719', 'German'],
    ['tax id: 86095742719', 'German'],
    ['12345678Z', 'Spanish DNI'],
    ['X1234567L', 'Spanish NIE'],
    ['RSSMRA85T10A562S', 'Italian'],
    ['1 85 05 78 006 084 91', 'French'],
    ['NIR 185057800608491', 'French'],
    ['529.982.247-25', 'Brazilian'],
    ['CPF 52998224725', 'Brazilian'],
    ['2341 2341 2346', 'Indian'],
    ['Aadhaar no. 234123412346', 'Indian'],
    ['PAN: ABCDE1234F', 'Indian'],
    ['SIN 046 454 286', 'Canadian'],
    ['BSN 111222333', 'Dutch'],
    ['111222333 (BSN)', 'Dutch'],
    ['536221234 is my SSN', 'US SSN'],
    ['passport no. C01X00T47', 'passport'],
  ])('%j (%s)', (text) => {
    const { found, text: masked } = maskText(text)
    expect(found).toEqual({ id: 1 })
    expect(masked).toMatch(/^[^\d]*\[id ending \w\w\][^\d]*$/)
  })

  test.each([
    ['a wrong letter', '12345678A'],
    ['a wrong letter', 'X1234567T'],
    ['wrong check digits', '529.982.247-26'],
    ['a wrong check digit', '2341 2341 2347'],
    ['a wrong key', '1 85 05 78 006 084 37'],
    ['a wrong check letter', 'RSSMRA85T10A562T'],
    ['an area that was never given out', '666-22-1234'],
    ['an area that was never given out', '900-22-1234'],
    ['no word beside it', '536221234'],
    ['no word beside it', '86095742719'],
    ['no word beside it', 'AB123456C'],
    ['no word beside it', '046 454 286'],
    ['an ordinary word beside it', 'a tin 20417733'],
    ['an ordinary word beside it', 'pan 204177331'],
    ['a longer number around it', 'NW-536-22-1234'],
  ])('not with %s: %j', (_, text) => expect(maskText(text).text).toBe(text))
})

describe('a one-time code is found beside its words', () => {
  test.each([
    ['your code is 123456', 'your code is [code removed]'],
    ['Verification code: 123-456', 'Verification code: [code removed]'],
    ['G-482913 is your Google verification code', 'G-[code removed] is your Google verification code'],
    ['use 482913 as your login code', 'use [code removed] as your login code'],
    ['otp 482913', 'otp [code removed]'],
  ])('%j', (text, expected) => expect(maskText(text)).toEqual({ text: expected, count: 1, found: { code: 1 } }))
  test.each(['promo code 204177', 'error code 1234', 'tracking code: 20417733', 'zip code is 12345', 'your code is wrong'])('and not in %j', (text) =>
    expect(maskText(text).text).toBe(text),
  )
})

describe('keys and tokens', () => {
  test.each([
    ['glpat-abcdefghij0123456789', '[key removed]'],
    ['sk-proj-abcdefghijklmnopqrst', '[key removed]'],
    ['basic dXNlcjpwYXNzd29yZA==', 'basic [token removed]'],
    ['pin: "pin4"', 'pin: "[removed]"'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bqx\nMIIEpAIBAAKCAQEA7bqAAAA', '[private key removed]'],
  ])('%j', (text, expected) => expect(maskText(text).text).toBe(expected))
  test('words after the first line of a key that was cut off stay', () =>
    expect(maskText('a file begins with -----BEGIN PRIVATE KEY----- as you know').count).toBe(0))
})

describe('of a case, e-mail addresses and phone numbers too', () => {
  test.each([
    ['write to jane.roe+1@mail.example.com, please', 'write to [e-mail at mail.example.com], please', 'email'],
    ['<mailto:josé@exämple.de>', '<mailto:[e-mail at exämple.de]>', 'email'],
    ['https://d.example/u/jane%40mail.example', 'https://d.example/u/[e-mail at mail.example]', 'email'],
    ['+46 70 123 45 67', '[phone ending 67]', 'phone'],
    ['(+1) (415) 555-0132', '([phone ending 32]', 'phone'],
    ['+1 (415) 555-0132', '[phone ending 32]', 'phone'],
    ['whatsapp me on 07700 900 123', 'whatsapp me on [phone ending 23]', 'phone'],
    ['Tel.: (020) 7946 0018', 'Tel.: [phone ending 18]', 'phone'],
  ])('%j', (text, expected, kind) => expect(ofCase(text)).toEqual({ text: expected, count: kind ? 1 : 0, found: kind ? { [kind]: 1 } : {} }))
  test.each([
    'icon@2x.png',
    'user@host',
    '@handle',
    'https://medium.example/@jane.roe',
    '0049 170 1234567',
    'call on 22.11.2026',
    'call about order 20261122001',
  ])('but not in %j', (text) => expect(ofCase(text).text).toBe(text))
  test('and nowhere else: what a member writes to the team stays as typed', () => expect(maskText('jane@mail.example, +46 70 123 45 67').count).toBe(0))
})

describe('ids of orders, parcels and listings stay', () => {
  test.each([
    ...[
      'NW-204417',
      '#10482',
      'LM-482913',
      'order 20261122001',
      '1Z999AA10123456784',
      '1Z4401099402601784',
      'NW4111111111111111',
      'NW-4111111111111111',
      '9400 1000 0000 0000 0000 00',
      'RR123456785GB',
      'JD014600006228974411',
    ],
    ...['550e8400-e29b-41d4-a716-446655440000', '12345678-1234-4123-8123-123456789012', '114-3941689-8772232', 'GPA.3345-5678-9012-34567', 'ITEM 2041-7733-12'],
    ...[
      '00000000-5695-1941-8000-0002a0000000',
      '0000a569-5194-1800-0000-020000000000',
      '8679e3c0-c8b9-998b-2593-067180476473',
      'be9b85d1-1ba9-a22d-47aa-0bd881cab1ec',
    ],
    ...['£1,250.00', '1.250.000,00 EUR', '12 345 678 901', '123 456 789 EUR', '2026-11-22', '22.11.2026', '2026-11-22T20:14:15Z', '1732300000', '10:15-11:45'],
    ...['192.168.100.200', 'v4.1.1', '52.5200066, 13.4049540', 'ISBN 978-3-16-148410-0', 'EAN 4006381333931', 'SKU-12345678', '+5 and +120 points', '3 of 12'],
  ])('%j', (text) => expect(ofCase(`about ${text} again`)).toEqual({ text: `about ${text} again`, count: 0, found: {} }))

  test('and so does all that the starter library and its examples say', () => {
    const files = readdirSync('playbooks', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(md|ya?ml)$/.test(file))
    const masked = files.flatMap((file) => {
      const { found } = maskText(readFileSync(`playbooks/${file}`, 'utf8'))
      return Object.keys(found).length > 0 ? [[file, found]] : []
    })
    expect(files.length).toBeGreaterThan(100)
    expect(masked).toEqual([])
  })
})
