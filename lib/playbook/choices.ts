// The options of a question and the steps below each of them.
import type { List, ListItem } from 'mdast'
import type { Option, Step } from '../schema/playbook.ts'
import { readAttributes } from './attributes.ts'
import { markOf } from './blocks.ts'
import { readLine } from './line.ts'
import { placeOf } from './problem.ts'
import { mark, type Reading } from './reading.ts'
import { readSteps, type Standing } from './steps.ts'

export function readOptions(list: List, standing: Standing, reading: Reading): Option[] {
  return list.children.flatMap((item) => {
    const option = readOption(item, standing, reading)
    return option ? [mark(reading, option, item)] : []
  })
}

function readOption(item: ListItem, standing: Standing, reading: Reading): Option | null {
  const { report } = reading
  const place = placeOf(item)
  if (markOf(item) !== null) {
    report.error(
      place,
      'step-without-option',
      'This step stands directly below a question.',
      'Put an option such as "- Yes" above it and indent the step below that.',
    )
  }
  const first = item.children[0]
  const line = first?.type === 'paragraph' ? readLine(first.children, reading) : null
  if (!line?.label) {
    report.error(place, 'empty-option', 'This option has no words.', 'Write the answer, such as "- Yes".')
    return null
  }
  const attributes = readAttributes(line.entries, 'an option', [], report)
  const option: Option = { id: '', label: line.label, text: line.text, steps: readBelow(item.children.slice(1), standing, reading) }
  if (attributes.id !== null) reading.writtenIds.set(option, attributes.id)
  return option
}

function readBelow(nodes: ListItem['children'], standing: Standing, reading: Reading): Step[] {
  return nodes.flatMap((node): Step[] => {
    if (node.type === 'list') return readSteps(node, { ...standing, depth: standing.depth + 1 }, reading)
    if (node.type === 'definition') return []
    reading.report.error(placeOf(node), 'option-text', 'An option holds steps only.', 'Say it in the option itself, or make it a step with "- [ ] ".')
    return []
  })
}
