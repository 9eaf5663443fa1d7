// The body of a playbook: prose before the first heading, then sections of prose and steps.
import type { Heading, RootContent } from 'mdast'
import type { Section } from '../schema/playbook.ts'
import type { Block } from '../schema/rich-text.ts'
import { readAttributes } from './attributes.ts'
import { readBlock } from './blocks.ts'
import { readLine } from './line.ts'
import { placeOf, quoted } from './problem.ts'
import { mark, type Reading } from './reading.ts'
import { isStepList, readSteps } from './steps.ts'

/** Title of the section that steps without a heading stand in. */
export const defaultTitle = 'Steps'

export function readSections(nodes: readonly RootContent[], title: string, reading: Reading): { intro: Block[]; sections: Section[] } {
  const intro: Block[] = []
  const sections: Section[] = []
  let current: Section | null = null
  for (const node of nodes) {
    if (node.type === 'yaml' || node.type === 'definition') continue
    if (node.type === 'heading' && node.depth <= 2) {
      if (node.depth === 1 && warnTitle(node, title, reading)) continue
      current = startSection(node, reading)
      sections.push(current)
    } else if (isStepList(node)) {
      if (!current) {
        current = mark(reading, { id: '', title: defaultTitle, prose: [], steps: [] }, node)
        sections.push(current)
      }
      current.steps.push(...readSteps(node, { title: current.title, depth: 1 }, reading))
    } else if (current && current.steps.length > 0) {
      refuseAfterSteps(node, reading)
    } else {
      ;(current ? current.prose : intro).push(...readBlock(node, reading))
    }
  }
  return { intro, sections }
}

function startSection(node: Heading, reading: Reading): Section {
  const line = readLine(node.children, reading)
  if (!line.label) reading.report.error(placeOf(node), 'empty-heading', 'This heading has no words.', 'Name the section, such as "## Confirm".')
  const attributes = readAttributes(line.entries, 'a section', [], reading.report)
  const section = mark(reading, { id: '', title: line.label ?? defaultTitle, prose: [], steps: [] }, node)
  if (attributes.id !== null) reading.writtenIds.set(section, attributes.id)
  return section
}

/** True when the heading only repeats the title and can go. */
function warnTitle(node: Heading, title: string, reading: Reading): boolean {
  const { label } = readLine(node.children, { ...reading, report: { ...reading.report, error() {}, warn() {} } })
  if (label === title) {
    reading.report.warn(placeOf(node), 'title-heading', 'The title is repeated as a heading.', 'Remove the heading: the title stands in the front matter.')
    return true
  }
  reading.report.warn(
    placeOf(node),
    'heading-level',
    `${quoted(label ?? '')} is read as a section.`,
    'Write "## " for a section; the title stands in the front matter.',
  )
  return false
}

function refuseAfterSteps(node: RootContent, reading: Reading): void {
  if (node.type === 'heading') {
    reading.report.error(placeOf(node), 'heading-level', 'A smaller heading cannot divide the steps of a section.', 'Write "## " to begin a new section.')
    return
  }
  const fix = 'Indent it below the step it explains, or move it above the first step of the section.'
  reading.report.error(placeOf(node), 'after-steps', 'Text after the steps of a section belongs to no step.', fix)
}
