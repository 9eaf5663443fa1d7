// Card numbers however they are written: spaces and hyphens of every kind, dots, other digits, pieces that a page kept in several nodes.
// A word between the digits ends the number. Refuses what no card network gives out, and what fails its check digit.
import type { Hit } from './mask-rule.ts'

/** Also full-width and Arabic ones; the low four bits of each are its value. */
const digit = '[\\d\\uff10-\\uff19\\u0660-\\u0669\\u06f0-\\u06f9]'
/** What may stand between the digits of one number: spaces, line ends, hyphens, a dot, signs without a width. */
export const gap = '[\\s.\\u00ad\\u00b7\\u200b-\\u200d\\u2010-\\u2015\\u2060\\u2212\\ufe58\\ufe63\\uff0d-]'
const digits = new RegExp(`${digit}+`, 'g')
const joint = new RegExp(`^${gap}{1,3}$`)

const oneDigit = new RegExp(digit, 'g')

const plainDigits = (text: string) => Array.from(text.matchAll(oneDigit), ([one]) => one.charCodeAt(0) & 15).join('')

interface Group {
  at: number
  end: number
  digits: string
  /** What stands before it in its run; '' at the start of one. */
  gap: string
}

/** Groups of digits that only gaps part. */
function runsOf(text: string): Group[][] {
  const runs: Group[][] = []
  for (const { 0: found, index: at } of text.matchAll(digits)) {
    const run = runs.at(-1)
    const end = run?.at(-1)?.end ?? 0
    const between = at - end <= 3 ? text.slice(end, at) : ''
    const group = { at, end: at + found.length, digits: /^\d+$/.test(found) ? found : plainDigits(found), gap: joint.test(between) ? between : '' }
    if (run && group.gap) run.push(group)
    else runs.push([group])
  }
  return runs
}

const longest = 19
/** As cards are printed: other numbers may stand beside one that is written so. */
const printed = /^(4444|44443|465|464|4333|1{14,19})$/

/** A whole line of digits may be parted anywhere, as pages do; inside a longer one only a card that is written like one counts. */
function isWritten(run: Group[], from: number, to: number): boolean {
  const [first, next] = [run[from], run[to + 1]]
  // 0.4111111111111111 and 4111111111111111.25 are amounts.
  if (first?.gap === '.' || next?.gap === '.') return false
  const groups = run.slice(from, to + 1)
  if (printed.test(groups.map((group) => group.digits.length).join(''))) return true
  // Thirteen digits in a row are a bar code.
  if (groups.reduce((sum, group) => sum + group.digits.length, 0) === 13) return false
  if (from === to) return true
  const isLine = (from === 0 || /\n/.test(first?.gap ?? '')) && (!next || /\n/.test(next.gap))
  return isLine && !groups.slice(1).some((group) => group.gap.includes('.'))
}

/** `1Z4401...` is a parcel, `NW-4401...` an order, and a letter at either end of a hyphenated one makes it a piece of a UUID; `Visa4111...` is a card. */
function isPartOfId(text: string, first: Group | undefined, last: Group | undefined): boolean {
  const at = first?.at ?? 0
  const before = /([a-z\d]*)-?$/i.exec(text.slice(Math.max(0, at - 12), at))?.[1] ?? ''
  if (before !== '' && (before.length < 4 || /\d/.test(before))) return true
  return first !== last && last?.gap === '-' && (/[a-z]/i.test(text[at - 1] ?? '') || /^-?[a-z]/i.test(text.slice(last.end, last.end + 2)))
}

export function findCards(text: string): Hit[] {
  const hits: Hit[] = []
  for (const run of runsOf(text)) {
    for (let from = 0; from < run.length; from++) {
      let [number, last] = ['', -1]
      let card = ''
      for (let to = from; to < run.length && number.length < longest; to++) {
        number += run[to]?.digits
        if (number.length <= longest && isIssued(number) && isWritten(run, from, to) && !isPartOfId(text, run[from], run[to])) [card, last] = [number, to]
      }
      const end = run[last]?.end
      if (end === undefined) continue
      hits.push({ at: run[from]?.at ?? 0, end, mask: `[card ending ${card.slice(-4)}]` })
      from = last
    }
  }
  return hits
}

/** First digits and lengths that card networks give out. */
const issued = /^(4(\d{12}|\d{15}|\d{18})|(5[0-8]|2[2-7]|6[0-57]|35|81)\d{14}|3(0[0-5]|[689]\d)\d{11}|3[47]\d{13}|6[27]\d{16,17}|35\d{17})$/

export function isCard(hit: string): boolean {
  return isIssued(plainDigits(hit))
}

function isIssued(number: string): boolean {
  return number.length >= 13 && issued.test(number) && !/^(\d)\1+$/.test(number) && isLuhn(number)
}

function isLuhn(number: string): boolean {
  let sum = 0
  for (let index = 0; index < number.length; index++) {
    const one = Number(number[number.length - 1 - index]) * (1 + (index % 2))
    sum += one > 9 ? one - 9 : one
  }
  return sum % 10 === 0
}
