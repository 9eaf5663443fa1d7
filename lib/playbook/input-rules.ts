// What an input asks beside its type: `min`, `max`, `form`, `of`. Their values, which type takes which, and what contradicts itself.
import { isDay } from '../domain/input.ts'
import { type Bound, InputRules, type InputType } from '../schema/playbook.ts'
import type { Entry } from './attribute-text.ts'
import { readList, readNumber, readText } from './attribute-values.ts'
import type { Place, Report } from './problem.ts'
import { quoted } from './problem.ts'

export const ruleKeys = ['of', 'min', 'max', 'form'] as const
export type RuleKey = (typeof ruleKeys)[number]
type Rules = { [K in RuleKey]: InputRules[K] | null }

const rulesOf: Record<InputType, readonly RuleKey[]> = {
  text: ['form'],
  number: ['min', 'max'],
  money: ['min', 'max'],
  date: ['min', 'max'],
  email: [],
  url: [],
  'one-of': ['of'],
}

export const ruleFixes: Record<RuleKey, string> = {
  of: 'Write two to thirty different values, such as of: [refund, "no, keep it"].',
  min: 'Write a number, or a day such as 2026-03-01.',
  max: 'Write a number, or a day such as 2026-03-01.',
  form: 'Write the form with # for a digit, @ for a letter and * for anything, such as LM-######.',
}

/** Null where the value is none of that rule. */
export function readRule(key: RuleKey, source: string): InputRules[RuleKey] | null {
  const value = key === 'of' ? readChoices(source) : key === 'form' ? readForm(source) : readBound(source)
  return value !== null && InputRules.safeParse({ [key]: value }).success ? value : null
}

function readChoices(source: string): string[] | null {
  const choices = readList(source)
  const isSound = choices?.every((choice) => choice === choice.trim()) && new Set(choices.map((choice) => choice.toLowerCase())).size === choices.length
  return isSound ? choices : null
}

function readForm(source: string): string | null {
  const form = readText(source)
  return form === form?.trim() ? form : null
}

function readBound(source: string): Bound | null {
  const text = readText(source) ?? ''
  return readNumber(text) ?? (isDay(text) ? text : null)
}

/** The rules that hold for an input of this type; what does not belong to it is told and left out. */
export function checkRules(input: InputType, rules: Rules, entries: readonly Entry[], place: Place, report: Report): InputRules {
  const at = (key: RuleKey) => entries.find((entry) => entry.key === key)?.place ?? place
  const kept: InputRules = {}
  for (const key of ruleKeys) {
    const value = rules[key]
    if (value === null) continue
    const takes = rulesOf[input]
    if (!takes.includes(key)) {
      const fix = takes.length > 0 ? `Remove it; an input of type ${input} may have ${takes.join(' and ')}.` : 'Remove it, or change the type of the input.'
      report.error(at(key), 'misplaced-attribute', `"${key}" does not belong to an input of type "${input}".`, fix)
    } else if ((key === 'min' || key === 'max') && typeof value !== (input === 'date' ? 'string' : 'number')) {
      const fix = input === 'date' ? 'Write a day such as 2026-03-01.' : 'Write a number.'
      report.error(at(key), 'attribute-value', `${quoted(String(value))} is not a bound of an input of type "${input}".`, fix)
    } else Object.assign(kept, { [key]: value })
  }
  const { min, max } = kept
  if (min !== undefined && max !== undefined && min > max) {
    report.error(at('max'), 'empty-range', `Nothing can be typed: ${max} is less than ${min}.`, 'Exchange "min" and "max", or correct one of them.')
  }
  if (input === 'one-of' && !kept.of && !entries.some(({ key }) => key === 'of')) {
    report.error(
      place,
      'incomplete-input',
      'An input of type "one-of" needs the values to choose from; "of" is missing.',
      'Add it, such as {of: [refund, exchange]}.',
    )
  }
  return kept
}
