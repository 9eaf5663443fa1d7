// Why a playbook is shown, or with `not:` why it is not: an address, one test of a case field, or keywords; one of these for each item.
import { isAlias, isSeq } from 'yaml'
import { patternFault } from '../domain/pattern.ts'
import { FieldName, name } from '../schema/ids.ts'
import { type Cue, TextPlace, type Trigger } from '../schema/playbook.ts'
import { quoted } from './problem.ts'
import { mark, type Reading } from './reading.ts'
import { type Pair, pairsOf, refuseAlias, textOf, textsOf, type Yaml } from './yaml-text.ts'

const shapes = { url: ['url'], field: ['field', 'is', 'contains', 'matches', 'from', 'to'], keywords: ['keywords', 'in'] }
const example = 'Write "- url: https://...", "- field: case.category" with "is: [...]" below it, or "- keywords: [...]".'
const fieldFix = 'Write one of "is: [...]", "contains: [...]", "matches: ..." or "from: ..." and "to: ...", and another trigger for the other.'

export function readTriggers(pair: Pair, yaml: Yaml, reading: Reading): Trigger[] {
  if (!isSeq(pair.value)) {
    if (textOf(pair.value) !== '' && !isAlias(pair.value))
      reading.report.error(yaml.placeOf(pair.value ?? pair.keyNode), 'trigger', '"triggers" is not a list.', example)
    return []
  }
  return pair.value.items.flatMap((item) => {
    const trigger = readTrigger(item, yaml, reading)
    if (!trigger) return []
    mark(reading, trigger, { position: { start: yaml.placeOf(item) } })
    return [trigger]
  })
}

function readTrigger(item: unknown, yaml: Yaml, reading: Reading): Trigger | null {
  refuseAlias(item, yaml, reading.report)
  const pairs = pairsOf(item)
  const not = pairs?.find(({ key }) => key === 'not')
  if (!pairs || !not) return readCue(item, yaml, reading)
  const stray = pairs.find((pair) => pair !== not)
  if (stray) {
    const fix = 'Indent what is negated below "not:", and write every other trigger as an item of its own.'
    reading.report.error(yaml.placeOf(stray.keyNode), 'trigger', `${quoted(stray.key)} stands beside "not", not below it.`, fix)
    return null
  }
  const of = readCue(not.value, yaml, reading)
  return of && { kind: 'not', of }
}

function readCue(item: unknown, yaml: Yaml, reading: Reading): Cue | null {
  const fail = (message: string, at: unknown, fix = example) => {
    reading.report.error(yaml.placeOf(at), 'trigger', message, fix)
    return null
  }
  const pairs = pairsOf(item)
  const subject = pairs?.find(({ key }) => key in shapes)
  if (!pairs || !subject) return fail('This trigger is none of url, field and keywords.', item)
  const kind = subject.key as keyof typeof shapes
  const stray = pairs.find(({ key }) => !shapes[kind].includes(key))
  if (stray) return fail(`${quoted(stray.key)} does not belong to a trigger of kind "${kind}".`, stray.keyNode)
  const text = textOf(subject.value) ?? ''
  switch (kind) {
    case 'url':
      return name(500).safeParse(text).success ? { kind, pattern: text } : fail('A URL pattern has 1 to 500 characters.', subject.value)
    case 'keywords':
      return readKeywords(subject, pairs, fail)
    case 'field':
      if (!FieldName.safeParse(text).success)
        return fail(`${quoted(text)} is not a field; fields are dotted lower-case names such as case.category.`, subject.value)
      return readField(text, item, pairs, { fail, reading, yaml })
  }
}

type Fail = (message: string, at: unknown, fix?: string) => null

function readKeywords(subject: Pair, pairs: Pair[], fail: Fail): Cue | null {
  const terms = readTexts(subject.value)
  if (!terms) return fail('Keywords are a list of words and phrases of 1 to 200 characters.', subject.value)
  const place = pairs.find(({ key }) => key === 'in')
  if (!place) return { kind: 'keywords', terms }
  const read = TextPlace.safeParse(textOf(place.value))
  return read.success
    ? { kind: 'keywords', terms, in: read.data }
    : fail('Keywords are looked for in the subject or in the conversation.', place.value, 'Write "in: subject" or "in: conversation", or nothing for both.')
}

function readField(field: string, item: unknown, pairs: Pair[], { fail, reading, yaml }: { fail: Fail; reading: Reading; yaml: Yaml }): Cue | null {
  const [test, second] = pairs.filter(({ key }) => key !== 'field')
  if (!test) return fail('A field trigger needs a value to look for.', item, fieldFix)
  if (test.key === 'from' || test.key === 'to') {
    const other = pairs.find(({ key }) => key !== 'field' && key !== 'from' && key !== 'to')
    return other ? fail(`"${other.key}" and "${test.key}" are two tests of one field.`, other.keyNode, fieldFix) : readRange(field, pairs, fail)
  }
  if (second) return fail(`"${test.key}" and "${second.key}" are two tests of one field.`, second.keyNode, fieldFix)
  if (test.key === 'matches') {
    const matches = textOf(test.value) ?? ''
    const fault = matches === '' ? 'The pattern is empty.' : patternFault(matches)
    if (fault === null) return { kind: 'field-matches', field, matches }
    reading.report.error(yaml.placeOf(test.value), 'pattern', fault, 'Use RE2 syntax, without look-around and back references, in single quotes.')
    return null
  }
  const values = readTexts(test.value)
  if (!values) return fail(`"${test.key}" is a list of values of 1 to 200 characters.`, test.value ?? item, fieldFix)
  return test.key === 'is' ? { kind: 'field', field, is: values } : { kind: 'field-contains', field, contains: values }
}

function readRange(field: string, pairs: Pair[], fail: Fail): Cue | null {
  const bounds: { from: number | null; to: number | null } = { from: null, to: null }
  for (const { key, value } of pairs) {
    if (key !== 'from' && key !== 'to') continue
    const text = textOf(value) ?? ''
    const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    if (!Number.isFinite(number)) return fail(`${quoted(text)} is not a number.`, value, 'Write a plain number, such as 1000 or 12.5.')
    bounds[key] = number + 0
  }
  return { kind: 'field-range', field, ...bounds }
}

function readTexts(node: unknown): string[] | null {
  const texts = textsOf(node)?.map((item) => item.text)
  return texts?.every((text) => name(200).safeParse(text).success) ? texts : null
}
