// Steps to the syntax tree that Markdown is printed from: marks, words, attribute blocks, nesting.
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast'
import type { Step, StepOf } from '../schema/playbook.ts'
import type { Inline } from '../schema/rich-text.ts'
import { printEntries } from './attribute-text.ts'
import { printList, printText } from './attribute-values.ts'
import { printCondition } from './condition-text.ts'
import { blockTree } from './print-blocks.ts'
import { hasLoneBrace, inlineTree } from './print-inline.ts'

/** Targets whose id has to be written out. */
export type WrittenIds = ReadonlySet<object>
type Entries = [string, string | boolean | null][]

const marks: Record<Step['kind'], string> = { check: ' ', input: ' ', snippet: ' ', choice: '?', escalate: '!', jump: '>', decide: '=' }

/** Two decisions in a row become two lists, so that their outcomes stay apart. */
export function stepLists(steps: readonly Step[], written: WrittenIds): List[] {
  const lists: ListItem[][] = []
  for (const [index, step] of steps.entries()) {
    const isApart = index === 0 || (step.kind === 'decide' && steps[index - 1]?.kind === 'decide')
    if (isApart) lists.push([])
    lists.at(-1)!.push(...stepItems(step, written))
  }
  return lists.map(listOf)
}

function listOf(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children, data: { isSteps: true } }
}

function stepItems(step: Step, written: WrittenIds): ListItem[] {
  if (step.kind === 'decide') return step.outcomes.map((outcome) => outcomeItem(outcome, step, written))
  const entries: Entries = [['#', written.has(step) ? step.id : null], ...ownEntries(step), ...commonEntries(step)]
  const below: BlockContent[] = blockTree(step.detail)
  if (step.kind === 'choice') below.push(optionList(step, written))
  return [{ type: 'listItem', spread: step.detail.length > 0, children: [lineTree(step.text, marks[step.kind], entries), ...below] }]
}

function optionList(step: StepOf<'choice'>, written: WrittenIds): List {
  return listOf(
    step.options.map((option) => {
      const line = lineTree(option.text, null, [['#', written.has(option) ? option.id : null]])
      return { type: 'listItem', spread: false, children: [line, ...stepLists(option.steps, written)] }
    }),
  )
}

function outcomeItem(outcome: StepOf<'decide'>['outcomes'][number], step: StepOf<'decide'>, written: WrittenIds): ListItem {
  const entries: Entries = [['#', written.has(outcome) ? outcome.id : null], ['decision', written.has(step) ? step.id : null], ...commonEntries(step)]
  return { type: 'listItem', spread: false, children: [lineTree(outcome.text, marks.decide, entries)] }
}

function ownEntries(step: Step): Entries {
  switch (step.kind) {
    case 'input':
      return [
        ['input', step.input],
        ['save', step.save],
        ['of', step.of ? printList(step.of) : null],
        ['min', step.min === undefined ? null : String(step.min)],
        ['max', step.max === undefined ? null : String(step.max)],
        ['form', step.form === undefined ? null : printText(step.form)],
      ]
    case 'snippet':
      return [['snippet', step.snippet]]
    case 'escalate':
      return [
        ['queue', step.queue],
        ['severity', step.severity],
      ]
    case 'jump':
      return [['to', step.to]]
    default:
      return []
  }
}

function commonEntries(step: Step): Entries {
  return [
    ['evidence', step.evidence],
    ['optional', step.optional],
    ['when', step.when === null ? null : printCondition(step.when)],
  ]
}

/** The first line of an item; `mark` is null for an option. */
export function lineTree(text: readonly Inline[], mark: string | null, entries: Entries): Paragraph {
  return { type: 'paragraph', children: lineChildren(text, mark, entries), data: { escapesBraces: hasLoneBrace(text) } }
}

export function lineChildren(text: readonly Inline[], mark: string | null, entries: Entries): PhrasingContent[] {
  const source = printEntries(entries)
  return [
    ...(mark === null ? [] : [{ type: 'stepMark' as const, mark }]),
    ...inlineTree(text),
    ...(source === '' ? [] : [{ type: 'stepAttributes' as const, source }]),
  ]
}
