// Why a playbook is shown: `url`, `field` with `is`, or `keywords`; one kind for each item of the list.
import { isAlias, isSeq } from 'yaml'
import { FieldName, name } from '../schema/ids.ts'
import type { Trigger } from '../schema/playbook.ts'
import { quoted } from './problem.ts'
import { mark, type Reading } from './reading.ts'
import { type Pair, pairsOf, refuseAlias, textOf, textsOf, type Yaml } from './yaml-text.ts'

const shapes: Record<string, string[]> = { url: ['url'], field: ['field', 'is'], keywords: ['keywords'] }
const example = 'Write "- url: https://...", "- field: case.category" with "is: [...]" below it, or "- keywords: [...]".'

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
  const fail = (message: string, at: unknown = item) => {
    reading.report.error(yaml.placeOf(at), 'trigger', message, example)
    return null
  }
  refuseAlias(item, yaml, reading.report)
  const pairs = pairsOf(item)
  const kind = pairs?.find((pair) => pair.key in shapes)?.key
  if (!pairs || !kind) return fail('This trigger is none of url, field and keywords.')
  const value = (key: string) => pairs.find((pair) => pair.key === key)
  const stray = pairs.find((pair) => !shapes[kind]!.includes(pair.key))
  if (stray) return fail(`${quoted(stray.key)} does not belong to a trigger of kind "${kind}".`, stray.keyNode)

  const subject = value(kind)!
  if (kind === 'keywords') {
    const terms = readTexts(subject.value)
    return terms ? { kind, terms } : fail('Keywords are a list of words and phrases of 1 to 200 characters.', subject.value)
  }
  const text = textOf(subject.value) ?? ''
  if (kind === 'url') return name(500).safeParse(text).success ? { kind, pattern: text } : fail('A URL pattern has 1 to 500 characters.', subject.value)
  if (!FieldName.safeParse(text).success)
    return fail(`${quoted(text)} is not a field; fields are dotted lower-case names such as case.category.`, subject.value)
  const is = value('is')
  const values = is ? readTexts(is.value) : null
  return values ? { kind: 'field', field: text, is: values } : fail('A field trigger needs "is: [...]" with values of 1 to 200 characters.', is?.value ?? item)
}

function readTexts(node: unknown): string[] | null {
  const texts = textsOf(node)?.map((item) => item.text)
  return texts?.every((text) => name(200).safeParse(text).success) ? texts : null
}
