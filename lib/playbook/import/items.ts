// The items of a foreign list as what a step needs: its mark, its first line, and what stands below.

import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent } from 'mdast'
import type { Inline } from '../../schema/rich-text.ts'
import { markOf } from '../blocks.ts'
import { readInline } from '../inline.ts'
import { normalInline } from '../normal-inline.ts'
import { lineOf } from '../problem.ts'
import { type Conditional, readConditional } from './condition-words.ts'
import type { Foreign } from './foreign.ts'
import { isInstruction } from './instruction.ts'
import { wordsOf } from './split-inline.ts'

export interface Item {
  mark: string | null
  head: Inline[]
  conditional: Conditional | null
  rest: (BlockContent | DefinitionContent)[]
  line: number
  isNumbered: boolean
}

export function itemsOf(list: List, foreign: Foreign): Item[] {
  return list.children.map((item) => itemOf(item, list.ordered === true, foreign))
}

function itemOf(item: ListItem, isNumbered: boolean, foreign: Foreign): Item {
  const [first, ...others] = item.children
  const mark = markOf(item)
  const opens = first?.type === 'paragraph' || first?.type === 'heading'
  const head = opens ? normalInline(readInline(first.children.slice(mark === null ? 0 : 1), foreign.reading)) : []
  return { mark, head, conditional: readConditional(wordsOf(head)), rest: opens ? others : item.children, line: lineOf(item), isNumbered }
}

export function hasMarks(list: List): boolean {
  return list.children.some((item) => markOf(item) !== null)
}

/** Items whose first words tell somebody to do something, as a share of all. */
export function shareOfInstructions(list: List): number {
  const told = list.children.filter((item) => {
    const first = item.children[0]
    return first?.type === 'paragraph' && isInstruction(plainOf(first.children))
  })
  return told.length / list.children.length
}

/** True when every item is a link and nothing else: a reading list, not a procedure. */
export function isLinkList(list: List): boolean {
  return list.children.every((item) => {
    const [first, ...others] = item.children
    if (first?.type !== 'paragraph' || others.some((node) => node.type !== 'list')) return false
    const words = plainOf(first.children.filter((node) => node.type !== 'link' && node.type !== 'linkReference')).trim()
    return first.children.some((node) => node.type === 'link') && words.split(/\s+/).length <= 5 && !isInstruction(words)
  })
}

export function plainOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plainOf(node.children) : ' ')).join('')
}
