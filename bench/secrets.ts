// Made-up secrets as people write them, with right check digits, and ids of shops and parcels that look like them. Nobody's: all by a fixed seed.
// Check digits are worked out here anew, so that a fault of the masks is not made twice.

import type { Random } from './seeded.ts'

const below = (random: Random, most: number) => Math.floor(random() * most)
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!
const digits = (random: Random, count: number) => Array.from({ length: count }, () => below(random, 10)).join('')
const letters = (random: Random, count: number, from = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') => Array.from({ length: count }, () => oneOf(random, [...from])).join('')
const any = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, one, at) => {
    const twice = at % 2 === 0 ? Number(one) * 2 : Number(one)
    return total + Math.floor(twice / 10) + (twice % 10)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

const grouped = (number: string, sizes: number[], gap: string) => {
  const starts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  return sizes.map((size, at) => number.slice(starts[at], starts[at]! + size)).join(gap)
}
const gaps = ['', '', '', ' ', ' ', ' ', '-', '\u00a0', '\u2009', '\u202f', '\u2013', '.', ' - ', '\n', '\u200b']
const wide = (number: string) => number.replace(/\d/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))

function card(random: Random): string {
  const [start, length] = oneOf(random, [
    ...([
      ['4', 16],
      ['4', 16],
      ['51', 16],
      ['55', 16],
      ['2221', 16],
      ['2720', 16],
      ['34', 15],
      ['37', 15],
    ] as const),
    ...([
      ['6011', 16],
      ['65', 16],
      ['3528', 16],
      ['36', 14],
      ['62', 16],
      ['62', 19],
    ] as const),
  ])
  const number = withLuhn(start + digits(random, length - start.length - 1))
  const sizes = { 14: [4, 6, 4], 15: [4, 6, 5], 16: [4, 4, 4, 4], 19: [4, 4, 4, 4, 3] }[length]
  const isSplit = random() < 0.1
  const at = 1 + below(random, length - 1)
  const gap =
    length === 16
      ? oneOf(random, gaps)
      : oneOf(
          random,
          gaps.filter((one) => one !== '.'),
        )
  const said = isSplit ? `${number.slice(0, at)}${oneOf(random, ['\n', ' ', '\u200b'])}${number.slice(at)}` : grouped(number, sizes, gap)
  return random() < 0.03 ? wide(said) : said
}

function iban(random: Random): string {
  const [country, length, isLettered] = oneOf(random, [
    ['DE', 18, false],
    ['GB', 18, true],
    ['FR', 23, false],
    ['NL', 14, true],
    ['NO', 11, false],
    ['ES', 20, false],
  ] as const)
  const body = isLettered ? letters(random, 4) + digits(random, length - 4) : digits(random, length)
  const asNumber = [...`${body}${country}00`].map((one) => Number.parseInt(one, 36)).join('')
  const whole = `${country}${String(98 - Number(BigInt(asNumber) % 97n)).padStart(2, '0')}${body}`
  const said = oneOf(random, [whole, whole.replace(/(.{4})(?=.)/g, '$1 '), whole.replace(/(.{4})(?=.)/g, '$1\u00a0'), whole.replace(/(.{4})(?=.)/g, '$1-')])
  return random() < 0.2 ? said.toLowerCase() : said
}

const names = ['jane', 'j.roe', 'olu_ade', 'mira+shop', 'kim-lee', 'josé', 'info', 'x', 'a.b.c', 'seller1987', "o'neil"]
const hosts = ['mail.example', 'shop-4.example.com', 'exämple.de', 'a.co', 'post.example.co.uk', 'big-mail.example.org']
const email = (random: Random) => `${oneOf(random, names)}${random() < 0.5 ? digits(random, 2) : ''}@${oneOf(random, hosts)}`

function phone(random: Random): string {
  const forms = ['+46 70 ### ## ##', '+1 (415) 555-01##', '+44 7700 900###', '+49-30-#######', '+33.6.##.##.##.##', '+4915########', '+91 98### #####']
  const said = [
    'call me on 07700 900###',
    'phone: 555-01##-22',
    'tel. (020) 7946 0###',
    'WhatsApp 0170 #######',
    'mobile number is 06########',
    'ring 415 555 01##',
  ]
  return oneOf(random, [...forms, ...said]).replace(/#/g, () => String(below(random, 10)))
}

function id(random: Random): string {
  const dni = below(random, 1e8)
  const cpf = digits(random, 9)
  const check = (body: string) => (([...body].reduce((sum, one, at) => sum + Number(one) * (body.length + 1 - at), 0) * 10) % 11) % 10
  const whole = `${cpf}${check(cpf)}${check(`${cpf}${check(cpf)}`)}`
  const nir = Number(
    `${1 + below(random, 2)}${String(40 + below(random, 60))}${String(1 + below(random, 12)).padStart(2, '0')}${10 + below(random, 80)}${100 + below(random, 800)}${100 + below(random, 800)}`,
  )
  const key = String(97 - (nir % 97)).padStart(2, '0')
  const ssn = `${100 + below(random, 500)}-${10 + below(random, 80)}-${1000 + below(random, 8000)}`
  return oneOf(random, [
    ...[ssn, `SSN ${ssn.replaceAll('-', '')}`, `my social security number is ${ssn.replaceAll('-', ' ')}`],
    ...[`${String(dni).padStart(8, '0')}${'TRWAGMYFPDXBNJZSQVHLCKE'[dni % 23]}`, `DNI: ${digits(random, 8)}A`],
    ...[`${whole.slice(0, 3)}.${whole.slice(3, 6)}.${whole.slice(6, 9)}-${whole.slice(9)}`, `CPF ${whole}`],
    ...[grouped(`${nir}${key}`, [1, 2, 2, 2, 3, 3, 2], ' '), `AB ${10 + below(random, 80)} ${10 + below(random, 80)} ${10 + below(random, 80)} C`],
    ...[
      `Steuer-ID: ${1 + below(random, 9)}${digits(random, 10)}`,
      `BSN ${1 + below(random, 9)}${digits(random, 8)}`,
      `Aadhaar no. 2${digits(random, 3)} ${digits(random, 4)} ${digits(random, 4)}`,
    ],
    ...[`PAN ${letters(random, 5)}${digits(random, 4)}${letters(random, 1)}`, `SIN ${grouped(digits(random, 9), [3, 3, 3], ' ')}`],
  ])
}

const code = (random: Random) =>
  oneOf(random, [
    'your code is ######',
    'Verification code: ###-###',
    'otp ######',
    '###### is your login code',
    'G-###### is your verification code',
    'my sms code is ####',
  ]).replace(/#/g, () => String(below(random, 10)))

const key = (random: Random) =>
  oneOf(random, [
    ...[`sk_live_${letters(random, 24, any)}`, `ghp_${letters(random, 36, any)}`, `AKIA${letters(random, 16)}`, `Bearer ${letters(random, 40, any)}`],
    ...[
      `eyJ${letters(random, 20, any)}.eyJ${letters(random, 30, any)}.${letters(random, 43, any)}`,
      `password: ${letters(random, 10, any)}`,
      `my pin is ${digits(random, 4)}`,
    ],
  ])

export const secrets = { card, iban, email, phone, 'national id': id, 'one-time code': code, 'key, token or password': key }

/** Ids, amounts and times that stay. */
export const lookalikes: Record<string, (random: Random) => string> = {
  'NW-204417': (random) => `${oneOf(random, ['NW', 'LM', 'ORD', 'INV'])}-${digits(random, 6)}`,
  '#10482': (random) => `#${digits(random, 5)}`,
  'ten digits': (random) => digits(random, 10),
  'twelve digits': (random) => digits(random, 12),
  'thirteen digits': (random) => digits(random, 13),
  'sixteen digits': (random) => digits(random, 16),
  '114-3941689-8772232': (random) => `${digits(random, 3)}-${digits(random, 7)}-${digits(random, 7)}`,
  UUID: (random) => grouped(letters(random, 32, '0123456789abcdef'), [8, 4, 4, 4, 12], '-'),
  '1Z999AA10123456784': (random) => `1Z${letters(random, 6, '0123456789ABCDEF')}${digits(random, 10)}`,
  RR123456785GB: (random) => `RR${digits(random, 9)}GB`,
  '1,250.00': (random) => `${oneOf(random, ['$', '£', 'EUR '])}${1 + below(random, 999)},${digits(random, 3)}.${digits(random, 2)}`,
  'a day or a time': (random) => new Date(below(random, 2 ** 31) * 1000).toISOString().slice(0, oneOf(random, [10, 19, 24])),
  'milliseconds since 1970': (random) => String(1_600_000_000_000 + below(random, 2 ** 31) * 80),
}
