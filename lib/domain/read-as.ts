// What a raw text from a page means: a number, an amount, a day, an address, an id. What can be read in two ways is not read at all, so
// that the next source is tried, and a case never gets a wrong value.
import type { ReadAs } from '../schema/site.ts'
import { numberIn } from './condition.ts'
import { isDay } from './input.ts'

/** The value in one spelling (`1250.5`, `2026-03-09`, `mira@example.com`, `LM-1042`), or null where the text is not that. */
export function readAs(as: ReadAs, raw: string): string | null {
  const text = raw.replace(/\s+/g, ' ').trim()
  switch (as) {
    case 'trim':
      return text || null
    case 'number':
    case 'money': {
      const number = numberIn(text)
      return number === null ? null : spelled(number)
    }
    case 'date':
    case 'date-dmy':
    case 'date-mdy':
      return dayIn(text, as)
    case 'email':
      return /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]+/.exec(text)?.[0].toLowerCase() ?? null
    case 'id':
      return idIn(text)
  }
}

/** As `numberIn` reads it back: never "12.345", which may be two numbers, nor "1e+21". */
function spelled(number: number): string | null {
  if (Math.abs(number) >= 1e15) return null
  const plain = String(number)
  if (plain.includes('e')) return null
  return /\.\d{3}$/.test(plain) ? `${plain}0` : plain
}

/** "Ticket #1042", "Order ID: LM-1042": one word with a digit, at the end, behind nothing but its label. */
function idIn(text: string): string | null {
  const [, id] = /^(?:[\p{L}. ]*[:#№\s])?\s*([\p{L}\p{Nd}](?:[\p{L}\p{Nd}._/-]*[\p{L}\p{Nd}])?)$/u.exec(text) ?? []
  return id !== undefined && /\p{Nd}/u.test(id) ? id : null
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl']
const plainWord = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()

let months: Map<string, number> | null = null

/** Names of months and their short forms; made when the first one is met, because a worker starts often and reads few days. */
function monthOf(word: string): number | undefined {
  months ??= new Map(languages.flatMap((language) => [...monthNames(language, 'long'), ...monthNames(language, 'short')]))
  return months.get(plainWord(word))
}

function monthNames(language: string, month: 'long' | 'short'): [string, number][] {
  const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => {
    const name = format.formatToParts(Date.UTC(2026, index, 1)).find(({ type }) => type === 'month')?.value ?? ''
    return [plainWord(name), index + 1]
  })
}

function dayIn(text: string, as: 'date' | 'date-dmy' | 'date-mdy'): string | null {
  const iso = /(?:^|\D)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text)
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!)
  const numeric = /(?:^|\D)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  if (numeric) return numericDay(numeric, as)
  const dayFirst = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|[.º])?,?(?: de)? (\p{L}+)[.,]*(?: de)? (\d{4})(?!\d)/u.exec(text)
  if (dayFirst) return dayOf(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!)
  const monthFirst = /(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u.exec(text)
  return monthFirst ? dayOf(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!) : null
}

/** Points stand between day and month in that order; slashes and dashes say nothing of it, unless one of the two is no month. */
function numericDay([, first, mark, second, year]: RegExpExecArray, as: 'date' | 'date-dmy' | 'date-mdy'): string | null {
  if (as === 'date-mdy') return dayOf(year!, first, second!)
  if (as === 'date-dmy' || mark === '.' || Number(first) > 12) return dayOf(year!, second, first!)
  if (Number(second) > 12) return dayOf(year!, first, second!)
  return first === second ? dayOf(year!, first, second!) : null
}

function dayOf(year: string, month: string | number | undefined, day: string): string | null {
  if (month === undefined) return null
  const written = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(written) ? written : null
}
