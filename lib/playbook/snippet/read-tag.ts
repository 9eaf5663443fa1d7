// One pair of double braces: which part it is, or what is wrong with it and what to write instead.
import type { Condition } from '../../schema/condition.ts'
import { FieldName } from '../../schema/ids.ts'
import { parseCondition } from '../condition-text.ts'
import { quoted } from '../problem.ts'
import { type DateForm, type DateOffset, dateForms, dateUnits, mostOf, type SnippetPart } from './part.ts'

type Leaf = Exclude<SnippetPart, { parts: SnippetPart[] } | { kind: 'text' }>
export type Tag = Leaf | { kind: 'open-optional'; label: string; isOn: boolean } | { kind: 'open-if'; when: Condition } | { kind: 'else' | 'end' }
/** `at` is an offset in what stands between the braces. */
export type TagFault = { fault: string; fix: string; at: number }

const known = '{{case.requester}}, {{date}}, {{choose: ...}}, {{ask: ...}}, {{optional: ...}} or {{if: ...}}'
const keyword = /^(\s{0,20})([a-z][a-z ]{0,20}?)\s{0,20}:(\s{0,20})(.*)$/is
const date = /^date(?:\s+([+-])\s*(\d{1,5})\s*(d|days?|business\s+days?|w|weeks?|months?|years?))?(?:\s*,\s*([a-z]+))?$/i

export function readTag(inside: string): Tag | TagFault {
  const words = inside.trim()
  if (words === 'end' || words === 'else' || words === 'cursor') return { kind: words }
  if (/^date(?:$|[\s,])/i.test(words)) return readDate(words)
  const [, lead = '', name = '', space = '', rest = ''] = keyword.exec(inside) ?? []
  if (name === '') return readField(words)
  const bars = rest.split('|').map((part) => part.trim())
  const [label = '', ...others] = bars
  switch (name.toLowerCase().replace(/\s+/g, ' ')) {
    case 'choose':
      return faultOfLabel(label) ?? readOptions(label, others)
    case 'ask':
    case 'ask lines':
      return faultOfLabel(label) ?? readAsk(label, others, name.toLowerCase() !== 'ask')
    case 'optional':
      return faultOfLabel(label) ?? readOptional(label, others)
    case 'if': {
      const read = parseCondition(rest)
      if ('condition' in read) return { kind: 'open-if', when: read.condition }
      const at = lead.length + name.length + 1 + space.length + read.at
      return { fault: read.fault, at, fix: 'Write a condition such as {{if: order.value >= 100}}, or {{if: known case.order}}.' }
    }
    default:
      return { fault: `${quoted(name)} is nothing that a snippet knows.`, at: lead.length, fix: `Write ${known}.` }
  }
}

function readField(words: string): Tag | TagFault {
  const [field = '', ...others] = words.split('|').map((part) => part.trim())
  const fallback = words.includes('|') ? others.join('|') : null
  if (FieldName.safeParse(field).success) return { kind: 'field', field, fallback: fallback === '' ? null : fallback }
  return {
    fault: `${quoted(`{{${words}}}`)} is not a variable.`,
    at: -2,
    fix: 'Write {{case.requester}}, or {{case.requester|there}} with a word to use where it is unknown.',
  }
}

function readDate(words: string): Tag | TagFault {
  const [whole, sign, digits = '', unit = '', form = 'long'] = date.exec(words) ?? []
  const wanted = form.toLowerCase() as DateForm
  const fix = `Write {{date}}, {{date +3 business days}} or {{date +2 weeks, weekday}}; after the comma: ${dateForms.join(', ')}.`
  if (whole === undefined || !dateForms.includes(wanted)) return { fault: `${quoted(`{{${words}}}`)} is not a date.`, at: -2, fix }
  if (!sign || Number(digits) === 0) return { kind: 'date', offset: null, form: wanted }
  if (Number(digits) > mostOf.amount) return { fault: `${digits} is too far from today.`, at: -2, fix: `Write at most ${mostOf.amount}.` }
  return { kind: 'date', offset: { amount: Number(`${sign}${digits}`), unit: unitOf(unit) }, form: wanted }
}

function unitOf(written: string): DateOffset['unit'] {
  const words = written.toLowerCase().replace(/\s+/g, ' ').replace(/s$/, '')
  return dateUnits.find((unit) => unit === words || (unit !== 'month' && unit.startsWith(words))) ?? 'day'
}

function faultOfLabel(label: string): TagFault | null {
  if (label.length >= 1 && label.length <= mostOf.label) return null
  const fault = label === '' ? 'The question has no words.' : `The question has ${label.length} characters; ${mostOf.label} are allowed.`
  return { fault, at: -2, fix: 'Say after the colon what is asked, such as {{ask: Amount}}.' }
}

function readOptions(label: string, options: string[]): Tag | TagFault {
  const fix = `Write two to ${mostOf.options} texts, such as {{choose: ${label} | refund | exchange}}; the first is chosen beforehand.`
  if (options.length < 2 || options.length > mostOf.options) return { fault: `There are ${options.length} texts to choose from.`, at: -2, fix }
  if (options.some((option) => option === '')) return { fault: 'One of the texts to choose from is empty.', at: -2, fix }
  if (new Set(options).size < options.length) return { fault: 'One of the texts to choose from stands there twice.', at: -2, fix }
  if (options.some((option) => option.length > mostOf.option))
    return { fault: `A text to choose from is longer than ${mostOf.option} characters.`, at: -2, fix: 'Make it shorter, or use {{optional: ...}} around each.' }
  return { kind: 'choose', label, options }
}

function readAsk(label: string, others: string[], isLong: boolean): Tag | TagFault {
  const [preset = '', ...more] = others
  if (more.length > 0) return { fault: 'A question to type has one default only.', at: -2, fix: `Write {{ask: ${label} | ${preset}}}, or {{choose: ...}}.` }
  if (preset.length > mostOf.preset) return { fault: `The default has more than ${mostOf.preset} characters.`, at: -2, fix: 'Make it shorter.' }
  return { kind: 'ask', label, preset, isLong }
}

function readOptional(label: string, others: string[]): Tag | TagFault {
  const [state = 'on', ...more] = others
  if (more.length === 0 && (state === 'on' || state === 'off')) return { kind: 'open-optional', label, isOn: state === 'on' }
  return { fault: 'After the bar stands on or off.', at: -2, fix: `Write {{optional: ${label}}}, or {{optional: ${label} | off}}.` }
}
