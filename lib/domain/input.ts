// Is what the agent typed of the type that the step asks for?
import type { InputType } from '../schema/playbook.ts'
import { numberIn, thousandsIn } from './condition.ts'

/** A sentence that says what is expected, or null. */
export function inputFault(type: InputType, value: string): string | null {
  if (value === '') return 'Type a value first.'
  switch (type) {
    case 'text':
      return null
    case 'number':
      return numberIn(value) === null ? (unclear(value, 0) ?? 'Type a number, such as 3 or 12.5.') : null
    case 'money':
      return numberIn(value) === null ? (unclear(value, 2) ?? 'Type an amount, such as 180 or 1,250.00.') : null
    case 'date':
      return isDate(value) ? null : 'Type a date as year-month-day, such as 2026-03-01.'
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Type an e-mail address, such as name@example.com.'
    case 'url':
      return URL.canParse(value) && /^https?:/i.test(value) ? null : 'Type a web address that starts with https://.'
  }
}

/** "1.250" is not taken for either of the things that it can mean. */
function unclear(value: string, decimals: number): string | null {
  const thousands = thousandsIn(value)
  if (thousands === null) return null
  const grouped = thousands.toLocaleString('en', { minimumFractionDigits: decimals })
  return `Write ${thousands} or ${grouped}. With a point alone it could be a thousand times less.`
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}
