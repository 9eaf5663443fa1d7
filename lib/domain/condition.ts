// Does a condition hold? Values are what the case says and what the agent typed; an unknown field makes a comparison false.
import type { Comparator, Condition } from '../schema/condition.ts'

export function holds(condition: Condition | null, values: Record<string, string>): boolean {
  if (condition === null) return true
  switch (condition.op) {
    case 'and':
      return condition.of.every((part) => holds(part, values))
    case 'or':
      return condition.of.some((part) => holds(part, values))
    case 'not':
      return !holds(condition.of, values)
    case 'known':
      return knownValue(values, condition.field) !== null
    case 'compare': {
      const value = knownValue(values, condition.field)
      return value !== null && compares(value, condition.comparator, condition.value)
    }
  }
}

function knownValue(values: Record<string, string>, field: string): string | null {
  const value = Object.hasOwn(values, field) ? values[field] : undefined
  return value === undefined || value.trim() === '' ? null : value.trim()
}

function compares(value: string, comparator: Comparator, wanted: string | number): boolean {
  const asNumber = typeof wanted === 'number' ? wanted : numberIn(wanted)
  const left = asNumber === null ? null : numberIn(value)
  if (typeof wanted === 'number' && left === null) return comparator === '!='
  return fits(left !== null && asNumber !== null ? left - asNumber : compareText(value, String(wanted)), comparator)
}

/** `order` is below, at or above zero as the left side is below, equal to or above the right. */
export function fits(order: number, comparator: Comparator): boolean {
  switch (comparator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

const compareText = (a: string, b: string) => {
  const left = a.toLowerCase()
  const right = b.toLowerCase()
  return left < right ? -1 : left > right ? 1 : 0
}

/** Marks between groups of three digits: comma, point, apostrophes, and spaces of every width. */
const grouped = /^\d{1,3}([,.'\u2019\s])\d{3}(?:\1\d{3})*/
/** What stands before a number, such as a currency; the point of "Rs." is not the number's. */
const lead = /^[^\d+-]*?(?=[+-]?(?:\d|(?<!\p{L})[.,]\d))/u

/** Thousands and millions as people shorten and name them. */
const multiple = /\d\s*(?:k|m|mm|mn|mio|mrd|b|bn|t|tsd|thousand|tausend|mill?ion(?:en|es|s)?|billion|lakh|crore)(?!\p{L})/iu

/**
 * The number in a typed amount: "$1,250.00", "1.250,00", "1.250.000", "1 250 EUR", "-3". Null where there is none, or more than one, where
 * "1.250" may be the one or the other, and where a letter says that it is a multiple: "100k" is not 100.
 */
export function numberIn(value: string): number | null {
  const bare = bareOf(value)
  if (isAmbiguous(bare) || multiple.test(value)) return null
  const digits = bare.replace(/^[+-]/, '')
  const [groups = '', mark = ''] = grouped.exec(digits) ?? []
  const rest = digits.slice(groups.length)
  const isGrouped = !digits.startsWith('0') && !/^\d/.test(rest) && (mark === '' || !rest.startsWith(mark))
  const plain = isGrouped ? groups.split(mark).join('') + rest : digits
  if (!/^(\d+[.,]?\d*|[.,]\d+)$/.test(plain)) return null
  return Number(plain.replace(',', '.')) * (bare.startsWith('-') ? -1 : 1)
}

/** What an unclear value means to one who groups by points: 1250 for "1.250", which others read as 1.25. Null where it is clear. */
export function thousandsIn(value: string): number | null {
  const bare = bareOf(value)
  return isAmbiguous(bare) ? Number(bare.replaceAll('.', '')) : null
}

const bareOf = (value: string) =>
  value
    .trim()
    .replace(lead, '')
    .replace(/[^\d.]+$/, '')

/** No group begins with a nought, so that "0.125" is clear; nor can a number have two decimal points. */
const isAmbiguous = (bare: string) => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(bare)
