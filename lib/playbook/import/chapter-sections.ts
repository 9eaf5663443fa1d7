// One chapter of a foreign document to sections: text, then steps. Several lists become several checklists named by their headings; code and
// tables between two halves of one numbered list go to the step before them.

import type { List, RootContent } from 'mdast'
import type { Section } from '../../schema/playbook.ts'
import { plainText } from '../plain-text.ts'
import { lineOf } from '../problem.ts'
import { type Chapter, headingText } from './chapters.ts'
import { blocksOf, type Foreign } from './foreign.ts'
import { snippetStep, stepsOf } from './list-steps.ts'
import { keptReply } from './replies.ts'
import { isProcedure, type Purpose } from './step-lists.ts'

export interface Naming {
  title: string
  purpose: Purpose
}

const longestTitle = 300

export function sectionsOf(chapter: Chapter, { title, purpose }: Naming, foreign: Foreign): Section[] {
  const words = chapter.path.map(headingText)
  const name = words.join(' / ').slice(0, longestTitle) || null
  const sections: Section[] = [emptySection(name ?? 'Steps')]
  let pending: RootContent[] = []
  let last: List | null = null
  for (const node of chapter.nodes) {
    const current = sections.at(-1)!
    const isList = node.type === 'list' && isProcedure(node, [title, ...words], purpose)
    if (isList && current.steps.length > 0) {
      if (last && continues(last, node, pending)) attach(current, pending, foreign)
      else {
        sections.push(emptySection(`${name ?? 'Steps'}${leadIn(pending) ?? ` (${sections.length + 1})`}`.slice(0, longestTitle)))
        sections.at(-1)!.prose.push(...blocksOf(pending, foreign))
      }
      pending = []
    }
    if (isList) {
      sections.at(-1)!.steps.push(...stepsOf(node, foreign))
      last = node
    } else if (node.type === 'thematicBreak') {
      dropDivider(node, foreign)
    } else {
      const reply = keptReply(node, words.at(-1) ?? title, foreign)
      if (reply !== null) current.steps.push({ ...snippetStep(reply, words.at(-1) ?? title), optional: true })
      else if (current.steps.length > 0) pending.push(node)
      else current.prose.push(...blocksOf([node], foreign))
    }
  }
  finish(sections.at(-1)!, pending, foreign)
  return sections
}

export function dropDivider(node: RootContent, { log }: Foreign): void {
  log.drop(lineOf(node), 'divider', 'A line between parts is not needed: the parts are sections.', '')
}

export function emptySection(title: string): Section {
  return { id: '', title, prose: [], steps: [] }
}

/** Numbers go on where the list before them stopped, or nothing but code, tables and pictures stands between. */
function continues(last: List, next: List, between: readonly RootContent[]): boolean {
  if (last.ordered !== next.ordered) return false
  const start = next.start ?? 1
  if (next.ordered && start > 1) return true
  return between.length > 0 && between.every(({ type }) => type === 'code' || type === 'table')
}

function attach({ steps }: Section, nodes: readonly RootContent[], foreign: Foreign): void {
  steps.at(-1)!.detail.push(...blocksOf(nodes, foreign))
}

/** Text after the last step: code belongs to that step, words are read before the work begins. */
function finish(section: Section, pending: readonly RootContent[], foreign: Foreign): void {
  if (pending.length === 0) return
  if (pending.every(({ type }) => type === 'code')) {
    attach(section, pending, foreign)
    return
  }
  foreign.log.note(lineOf(pending[0]!), 'moved', 'Text after the last step of a section stands above its first step now.', '')
  section.prose.push(...blocksOf(pending, foreign))
}

/** ": Common things to try" from the line just above the list. */
function leadIn(pending: readonly RootContent[]): string | null {
  const node = pending.at(-1)
  if (node?.type !== 'paragraph') return null
  const words = plainText(
    node.children.flatMap((child) =>
      'value' in child
        ? [{ type: 'text' as const, text: child.value }]
        : 'children' in child
          ? child.children.flatMap((inner) => ('value' in inner ? [{ type: 'text' as const, text: inner.value }] : []))
          : [],
    ),
  )
  return /[:,]$/.test(words) && words.length <= 80 ? `: ${words.replace(/[:,]$/, '')}` : null
}
