// Is what the agent typed of the type that the step asks for?
import type { InputType } from '../schema/playbook.ts'
import { numberIn } from './condition.ts'

/** A sentence that says what is expected, or null. */
export function inputFault(type: InputType, value: string): string | null {
  if (value === '') return 'Type a value first.'
  switch (type) {
    case 'text':
      return null
    case 'number':
      return numberIn(value) === null ? 'Type a number, such as 3 or 12.5.' : null
    case 'money':
      return numberIn(value) === null ? 'Type an amount, such as 180 or 1,250.00.' : null
    case 'date':
      return isDate(value) ? null : 'Type a date as year-month-day, such as 2026-03-01.'
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Type an e-mail address, such as name@example.com.'
    case 'url':
      return URL.canParse(value) && /^https?:/i.test(value) ? null : 'Type a web address that starts with https://.'
  }
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}
