// Numbers of national registers. Alone only in a form that nothing else has, with its check digits where it has some; digits without
// such a form only beside a word that names them, because order numbers look alike.
import { matching, type Rule } from './mask-rule.ts'

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const bare = (hit: string) => hit.replace(/[^\dA-Za-z]/g, '').toUpperCase()
/** The digits, each times its weight. */
const weighed = (number: string, weights: (at: number) => number) => [...number].reduce((sum, one, at) => sum + Number(one) * weights(at), 0)

/** Spain: the letter is the number's remainder by 23; NIE begins with X, Y or Z. */
function isDni(hit: string): boolean {
  const [number, letter] = [hit.slice(0, -1), hit.at(-1)]
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number.replace(/^[XYZ]/, (first) => `${'XYZ'.indexOf(first)}`)) % 23] === letter
}

/** Italy: letters and digits count otherwise in odd places than in even ones. */
const oddWorth = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
function isCodiceFiscale(hit: string): boolean {
  const sum = [...hit.slice(0, 15)].reduce((total, one, at) => {
    const worth = /\d/.test(one) ? Number(one) : capitals.indexOf(one)
    return total + (at % 2 === 0 ? (oddWorth[worth] ?? 0) : worth)
  }, 0)
  return capitals[sum % 26] === hit[15]
}

/** France: 97 less the remainder by 97; Corsica counts as 19 and 18. */
function isNir(hit: string): boolean {
  const number = Number(hit.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return 97 - (number % 97) === Number(hit.slice(13))
}

/** Brazil: two check digits by 11. */
function isCpf(hit: string): boolean {
  const check = (length: number) => ((weighed(hit.slice(0, length), (at) => length + 1 - at) * 10) % 11) % 10
  return !/^(\d)\1+$/.test(hit) && check(9) === Number(hit[9]) && check(10) === Number(hit[10])
}

/** India, by Verhoeff: its tables are the rotations and reflections of a pentagon. */
function isAadhaar(hit: string): boolean {
  const turn = (a: number, b: number) => (a < 5 ? ((a + b) % 5) + (b < 5 ? 0 : 5) : b < 5 ? ((a - b) % 5) + 5 : (a - b + 5) % 5)
  const moved = (one: number, times: number): number => (times === 0 ? one : moved([1, 5, 7, 6, 2, 8, 3, 0, 9, 4][one] ?? 0, times - 1))
  return [...hit].reverse().reduce((sum, one, at) => turn(sum, moved(Number(one), at % 8)), 0) === 0
}

/** In this form alone, and beside a word too. */
const forms: [RegExp, ((hit: string) => boolean)?][] = [
  // United States: an area that was given out, with hyphens.
  [/(?<![\w-])(?!000|666|9)\d{3}[-\u2010-\u2013](?!00)\d{2}[-\u2010-\u2013](?!0000)\d{4}(?![\w-])/g],
  // Great Britain, as it is printed: in pairs.
  [/(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ \u00a0]\d\d[ \u00a0]\d\d[ \u00a0]\d\d[ \u00a0][A-D](?!\w)/g],
  [/(?<![\w-])(?:\d{8}|[XYZ]-?\d{7})[- ]?[A-HJ-NP-TV-Z](?![\w-])/g, isDni],
  [/(?<!\w)[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z](?!\w)/gi, isCodiceFiscale],
  [/(?<![\w-])[1-478][ \u00a0.]\d\d[ \u00a0.]\d\d[ \u00a0.](?:\d\d|2[AB])[ \u00a0.]\d{3}[ \u00a0.]\d{3}[ \u00a0.]\d\d(?!\w)/g, isNir],
  [/(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d\d(?![\w-])/g, isCpf],
  [/(?<![\w-])(?<!\d[ -])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![\w-])(?![ -]\d)/g, isAadhaar],
]

/** Short ones are words of their own unless they are written in capitals. */
const named =
  '(?:ssn|social security|social insurance|national id(?:entity|entification)?(?: card)?|national insurance|nino|(?:personal )?tax id|tax number|tax file|steuer-?id(?:nr)?|steuer-?identifikationsnummer|codice fiscale|dni|cpf|aadhaa?r|bsn|burgerservicenummer|passport|SIN|PAN|TIN|NIE|NIR|NI)'
const between = '(?:[ \\u00a0:=#.()-]{0,3}(?:number|no|nr|num|card|is|was|id)(?![a-z])){0,3}[ \\u00a0\\n:=#.()-]{0,3}'
const number = '(?:[A-Za-z]{5}\\d{4}[A-Za-z]|[A-Za-z]{0,6}\\d(?:[ \\u00a0./-]?[A-Za-z]?\\d){4,17}[A-Za-z]?)'
const beside = new RegExp(`(?<![A-Za-z0-9])(${named})(?![A-Za-z])${between}(${number})(?![A-Za-z0-9])`, 'gi')
const before = new RegExp(`(?<![A-Za-z0-9])(${number})[ ,(]{1,2}(?:is (?:my|the|his|her|their) )?(${named})(?![A-Za-z])`, 'gi')

const mask = (hit: string) => `[id ending ${bare(hit).slice(-2)}]`
/** "tin" and "pan" hold other things than numbers. */
const isNamed = (word: string) => word.length > 3 || word === word.toUpperCase() || /^(ssn|dni|cpf|bsn)$/i.test(word)

export const idRules: Rule[] = [
  ...forms.map(([form, isValid]): Rule => ({ kind: 'id', find: matching(form, (hit) => (!isValid || isValid(bare(hit)) ? mask(hit) : null)) })),
  { kind: 'id', find: matching(beside, (hit, [, word]) => (isNamed(word ?? '') ? mask(hit) : null), 2) },
  { kind: 'id', find: matching(before, (hit, [, , word]) => (isNamed(word ?? '') ? mask(hit) : null), 1) },
]
