// What an attribute block may say, by the kind of step: names, values, and what belongs together.
import type { Condition } from '../schema/condition.ts'
import { FieldName, Slug } from '../schema/ids.ts'
import { type Bound, Evidence, InputType, Severity } from '../schema/playbook.ts'
import { type Entry, placeWithin } from './attribute-text.ts'
import { parseCondition } from './condition-text.ts'
import { type RuleKey, readRule, ruleFixes, ruleKeys } from './input-rules.ts'
import { nearest } from './nearest.ts'
import { quoted, type Report } from './problem.ts'

export interface Attributes {
  id: string | null
  input: InputType | null
  save: string | null
  of: string[] | null
  min: Bound | null
  max: Bound | null
  form: string | null
  snippet: string | null
  queue: string | null
  severity: Severity | null
  to: string | null
  decision: string | null
  evidence: Evidence | null
  optional: boolean
  when: Condition | null
}
export type AttributeKey = keyof Attributes

const none: Attributes = {
  id: null,
  input: null,
  save: null,
  of: null,
  min: null,
  max: null,
  form: null,
  snippet: null,
  queue: null,
  severity: null,
  to: null,
  decision: null,
  evidence: null,
  optional: false,
  when: null,
}
const known = Object.keys(none).filter((key) => key !== 'id')

const slugHint = 'Use lower-case letters, digits and hyphens, such as brand-protection.'
const valueRules: Record<Exclude<AttributeKey, 'optional' | 'when' | RuleKey>, { schema: { safeParse(value: unknown): { success: boolean } }; fix: string }> = {
  id: { schema: Slug, fix: 'Use lower-case letters, digits and hyphens, such as {#confirm-photos}.' },
  input: { schema: InputType, fix: `Use one of ${InputType.options.join(', ')}.` },
  save: { schema: FieldName, fix: 'Use a dotted lower-case name such as order.value.' },
  snippet: { schema: Slug, fix: slugHint },
  queue: { schema: Slug, fix: slugHint },
  to: { schema: Slug, fix: 'Write the id of a step further on, such as confirm-photos.' },
  decision: { schema: Slug, fix: slugHint },
  severity: { schema: Severity, fix: 'Use S1, S2, S3 or S4.' },
  evidence: { schema: Evidence, fix: `Use one of ${Evidence.options.join(', ')}.` },
}

/** `allowed` besides `id`; `what` names the kind of step in messages. */
export function readAttributes(entries: readonly Entry[], what: string, allowed: readonly AttributeKey[], report: Report): Attributes {
  const found: Record<string, unknown> = { ...none }
  const seen = new Set<string>()
  for (const entry of entries) {
    const key = entry.key === '#' ? 'id' : entry.key
    if (entry.key !== '#' && !known.includes(key)) {
      const guess = nearest(key, known)
      const fix = guess ? `Did you mean "${guess}"? To show braces as text, write \\{.` : `Use ${known.join(', ')} or #id. To show braces as text, write \\{.`
      report.error(entry.place, 'unknown-attribute', `${quoted(key)} is not an attribute.`, fix)
    } else if (seen.has(key)) {
      report.error(entry.place, 'duplicate-attribute', `"${entry.key}" is given twice.`, 'Keep one of them.')
    } else if (key !== 'id' && !allowed.includes(key as AttributeKey)) {
      const fix = allowed.length > 0 ? `Remove it; ${what} may have ${allowed.join(', ')} and #id.` : `Remove it; ${what} may have only #id.`
      report.error(entry.place, 'misplaced-attribute', `"${key}" does not belong to ${what}.`, fix)
    } else {
      seen.add(key)
      found[key] = readValue(key as AttributeKey, entry, report)
    }
  }
  return found as unknown as Attributes
}

function readValue(key: AttributeKey, entry: Entry, report: Report): unknown {
  if (key === 'optional') {
    if (entry.value !== null) report.error(entry.valuePlace, 'attribute-value', '"optional" takes no value.', 'Write {optional}.')
    return true
  }
  if (entry.value === null || entry.value === '') {
    report.error(entry.place, 'attribute-value', `"${key}" has no value.`, `Write {${key}: ...}.`)
    return null
  }
  if (key === 'when') return readWhen(entry, entry.value, report)
  if (isRule(key)) {
    const rule = readRule(key, entry.value)
    if (rule === null) report.error(entry.valuePlace, 'attribute-value', `${quoted(entry.value)} is not a value of "${key}".`, ruleFixes[key])
    return rule
  }
  const { schema, fix } = valueRules[key]
  if (schema.safeParse(entry.value).success) return entry.value
  report.error(entry.valuePlace, 'attribute-value', `${quoted(entry.value)} is not a value of "${key === 'id' ? '#id' : key}".`, fix)
  return null
}

const isRule = (key: AttributeKey): key is RuleKey => (ruleKeys as readonly AttributeKey[]).includes(key)

function readWhen(entry: Entry, text: string, report: Report): Condition | null {
  const result = parseCondition(text)
  if ('condition' in result) return result.condition
  report.error(placeWithin(entry.valuePlace, text, result.at), 'condition', result.fault, 'Write a condition such as order.value >= 1000 and known case.brand.')
  return null
}
