// Lists to steps. A list is a list of steps as soon as one of its items carries a mark; everything else is prose.
import type { List, ListItem, RootContent } from 'mdast'
import { limits } from '../schema/ids.ts'
import type { Step } from '../schema/playbook.ts'
import type { Block } from '../schema/rich-text.ts'
import { type Attributes, readAttributes } from './attributes.ts'
import { deepestNesting, markOf, readBlocks } from './blocks.ts'
import { readOptions } from './choices.ts'
import { addOutcome, type OpenDecision } from './decisions.ts'
import { checkRules, ruleKeys } from './input-rules.ts'
import { type Line, readLine } from './line.ts'
import { placeOf } from './problem.ts'
import { mark, type Reading } from './reading.ts'

/** Where a list of steps stands: the section's title names its decisions. */
export interface Standing {
  title: string
  depth: number
}

export function isStepList(node: RootContent | undefined): node is List {
  return node?.type === 'list' && node.children.some((item) => markOf(item) !== null)
}

export function readSteps(list: List, standing: Standing, reading: Reading): Step[] {
  if (standing.depth > deepestNesting) {
    reading.report.error(
      placeOf(list),
      'too-deep',
      `Questions are nested more than ${deepestNesting} levels deep.`,
      'Move the inner steps into a playbook of their own and link to it.',
    )
    return []
  }
  if (list.ordered)
    reading.report.warn(placeOf(list), 'numbered-steps', 'Steps are numbered by their order; these numbers are not kept.', 'Begin each step with "- ".')
  const steps: Step[] = []
  let decision: OpenDecision | null = null
  for (const item of list.children) {
    const character = markOf(item)
    if (character === '=') {
      const started = addOutcome(item, decision, standing, reading)
      if (started && started !== decision) steps.push(started.step)
      decision = started
      continue
    }
    decision = null
    const step = readStep(item, character, standing, reading)
    if (step) steps.push(mark(reading, step, item))
  }
  return steps
}

function readStep(item: ListItem, character: string | null, standing: Standing, reading: Reading): Step | null {
  const { report } = reading
  const place = placeOf(item)
  if (character === null) {
    report.error(
      place,
      'missing-mark',
      'This item stands among steps but is none.',
      'Begin it with [ ], (?), [!], [>] or [=], or indent it below the step it explains.',
    )
  }
  if (character?.toLowerCase() === 'x') report.warn(place, 'ticked', 'A playbook has no ticked steps; this is read as [ ].', 'Write [ ].')
  const first = item.children[0]
  const line = first?.type === 'paragraph' ? readLine(first.children, reading) : null
  if (!line?.label) {
    report.error(place, 'empty-step', 'This step has no words.', 'Say in a few words what to do.')
    return null
  }
  const rest = item.children.slice(1)
  if (character === '?') return readChoice(line, line.label, rest, standing, reading)
  const base = { text: line.text, label: line.label, detail: readDetail(rest, reading) }
  if (character === '!') {
    const attributes = readAttributes(line.entries, 'an escalation', ['queue', 'severity', 'evidence', 'optional', 'when'], report)
    return named({ ...base, ...common(attributes), kind: 'escalate', queue: attributes.queue, severity: attributes.severity }, attributes, reading)
  }
  if (character === '>') return readJump(base, line, place, reading)
  return readCheck(base, line, place, reading)
}

type Base = { text: Step['text']; label: string; detail: Block[] }

/** Without a target it is read as a check, so that the words of it are not lost from a preview. */
function readJump(base: Base, line: Line, place: ReturnType<typeof placeOf>, reading: Reading): Step {
  const attributes = readAttributes(line.entries, 'a jump', ['to', 'evidence', 'optional', 'when'], reading.report)
  const step = { ...base, ...common(attributes) }
  if (attributes.to !== null) return named({ ...step, kind: 'jump', to: attributes.to }, attributes, reading)
  if (!line.entries.some(({ key }) => key === 'to')) {
    reading.report.error(place, 'jump-target', 'This jump does not say where it leads.', 'Add the id of a step further on, such as {to: decide}.')
  }
  return named({ ...step, kind: 'check' }, attributes, reading)
}

function readCheck(base: Base, line: Line, place: ReturnType<typeof placeOf>, reading: Reading): Step {
  const attributes = readAttributes(line.entries, 'a check', ['input', 'save', ...ruleKeys, 'snippet', 'evidence', 'optional', 'when'], reading.report)
  const { input, save, snippet } = attributes
  const step = { ...base, ...common(attributes) }
  if (snippet !== null && (input !== null || save !== null)) {
    reading.report.error(place, 'two-kinds', 'A step either inserts a snippet or asks for an input.', 'Make two steps of it.')
  }
  const has = (key: string) => line.entries.some((entry) => entry.key === key)
  if (has('input') !== has('save')) {
    const missing = has('input') ? 'save' : 'input'
    const example = missing === 'save' ? 'save: order.value' : 'input: text'
    reading.report.error(place, 'incomplete-input', `An input needs both "input" and "save"; "${missing}" is missing.`, `Add it, such as {${example}}.`)
  }
  if (snippet !== null) return named({ ...step, kind: 'snippet', snippet }, attributes, reading)
  const hasRule = ruleKeys.some((key) => attributes[key] !== null)
  const rules = input === null ? {} : checkRules(input, attributes, line.entries, place, reading.report)
  if (hasRule && !has('input')) {
    const message = 'This says what may be typed, but the step asks for no input.'
    reading.report.error(place, 'incomplete-input', message, 'Add the input, such as {input: number, save: order.count}.')
  }
  if (input !== null && save !== null) return named({ ...step, kind: 'input', input, save, ...rules }, attributes, reading)
  return named({ ...step, kind: 'check' }, attributes, reading)
}

function readChoice(line: Line, label: string, rest: ListItem['children'], standing: Standing, reading: Reading): Step {
  const attributes = readAttributes(line.entries, 'a question', ['evidence', 'optional', 'when'], reading.report)
  const at = rest.findLastIndex((node) => node.type === 'list' && !node.ordered)
  const list = rest[at]
  const detail = readDetail(at < 0 ? rest : rest.slice(0, at), reading)
  const after = at < 0 ? undefined : rest.slice(at + 1).find((node) => node.type !== 'definition')
  if (after)
    reading.report.error(
      placeOf(after),
      'after-options',
      'Nothing can follow the options of a question.',
      'Move it above the options, or below the step it explains.',
    )
  const options = list?.type === 'list' ? readOptions(list, standing, reading) : []
  return named({ text: line.text, label, detail, ...common(attributes), kind: 'choice', options }, attributes, reading)
}

function readDetail(nodes: ListItem['children'], reading: Reading): Block[] {
  return readBlocks(nodes, reading, 1)
}

function common({ optional, when, evidence }: Attributes) {
  return { id: '', optional, when, evidence }
}

function named<S extends Step>(step: S, attributes: Attributes, reading: Reading): S {
  if (attributes.id !== null) reading.writtenIds.set(step, attributes.id)
  return step
}

export function checkStepCount(steps: readonly Step[], reading: Reading): void {
  const first = steps[limits.steps]
  if (!first) return
  const place = reading.places.get(first) ?? { line: 1, column: 1 }
  reading.report.error(
    place,
    'too-many-steps',
    `The playbook has ${steps.length} steps; ${limits.steps} are allowed.`,
    'Split it and link the parts with [text](playbook:name).',
  )
}
