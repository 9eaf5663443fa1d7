// Is what the agent typed what the step asks for? Its type, and the rules that the playbook adds.
import type { Bound, StepOf } from '../schema/playbook.ts'
import { numberIn, thousandsIn } from './condition.ts'
import { formWords, hasForm } from './input-form.ts'

export type Asked = Pick<StepOf<'input'>, 'input' | 'min' | 'max' | 'form' | 'of'>

/** A sentence that says what is expected, or null where the value is that. */
export function inputFault(asked: Asked, value: string): string | null {
  if (value === '') return asked.input === 'one-of' ? 'Choose a value first.' : 'Type a value first.'
  return isFit(asked, value) ? null : (unclear(asked, value) ?? expectation(asked))
}

/** What the playbook asks beyond the type, before anything is typed; null where that is nothing, or is on screen already. */
export function inputHint(asked: Asked): string | null {
  const hasRules = asked.min !== undefined || asked.max !== undefined || asked.form !== undefined
  return hasRules ? expectation(asked) : null
}

function isFit({ input, min, max, form, of }: Asked, value: string): boolean {
  switch (input) {
    case 'text':
      return form === undefined || hasForm(form, value)
    case 'number':
    case 'money': {
      const number = numberIn(value)
      return number !== null && isWithin(number, min, max)
    }
    case 'date':
      return isDay(value) && isWithin(value, min, max)
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    case 'url':
      return URL.canParse(value) && /^https?:/i.test(value)
    case 'one-of':
      return of === undefined || of.includes(value)
  }
}

/** "1.250" is not taken for either of the things that it can mean. */
function unclear({ input }: Asked, value: string): string | null {
  const thousands = input === 'number' || input === 'money' ? thousandsIn(value) : null
  if (thousands === null) return null
  const grouped = thousands.toLocaleString('en', { minimumFractionDigits: input === 'money' ? 2 : 0 })
  return `Write ${thousands} or ${grouped}. With a point alone it could be a thousand times less.`
}

/** A bound of the other kind bounds nothing: the lint refuses it. */
function isWithin(value: Bound, min: Bound | undefined, max: Bound | undefined): boolean {
  return !(typeof min === typeof value && value < min!) && !(typeof max === typeof value && value > max!)
}
/** What the step takes, in words: "a number from 0 to 10". */
export function takesWords({ input, min, max, form, of }: Asked): string {
  const range = rangeWords(min, max)
  const ranged = (what: string) => (range ? `${what} ${range}` : what)
  switch (input) {
    case 'text':
      return form === undefined ? 'a text' : `a text in the form ${form}`
    case 'number':
      return ranged('a number')
    case 'money':
      return ranged('an amount')
    case 'date':
      return ranged('a date')
    case 'email':
      return 'an e-mail address'
    case 'url':
      return 'a link'
    case 'one-of':
      return `one of ${(of ?? []).join(', ')}`
  }
}

function expectation(asked: Asked): string {
  const hasRange = asked.min !== undefined || asked.max !== undefined
  switch (asked.input) {
    case 'text':
      return asked.form === undefined ? 'Type a text.' : formWords(asked.form)
    case 'number':
      return hasRange ? `Type ${takesWords(asked)}.` : 'Type a number, such as 3 or 12.5.'
    case 'money':
      return hasRange ? `Type ${takesWords(asked)}.` : 'Type an amount, such as 180 or 1,250.00.'
    case 'date':
      return hasRange ? `Type ${takesWords(asked)}, as year-month-day.` : 'Type a date as year-month-day, such as 2026-03-01.'
    case 'email':
      return 'Type an e-mail address, such as name@example.com.'
    case 'url':
      return 'Type a web address that starts with https://.'
    case 'one-of':
      return `Choose ${takesWords(asked)}.`
  }
}

/** "from 0 to 10", "of 5 or more", "on or before 2026-03-01"; null without bounds. */
function rangeWords(min: Bound | undefined, max: Bound | undefined): string | null {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`
  if (min !== undefined) return typeof min === 'number' ? `of ${min} or more` : `on or after ${min}`
  if (max !== undefined) return typeof max === 'number' ? `of ${max} at most` : `on or before ${max}`
  return null
}

/** True for a day that the calendar has, as `2026-02-28`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}
