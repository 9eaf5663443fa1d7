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

/** The number in a typed amount: "$1,250.00", "1 250 EUR", "-3". Null where there is none, or more than one. */
export function numberIn(value: string): number | null {
  const bare = value.trim().replace(/^[^\d+\-.]+|[^\d.]+$/g, '')
  const plain = bare.replace(/(\d)[,\s\u00a0'](?=\d{3}(\D|$))/g, '$1')
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}
