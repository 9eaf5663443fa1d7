// What the readers of one foreign document share: how to read its tree, where findings go, which replies it held.
import type { RootContent } from 'mdast'
import type { Step } from '../../schema/playbook.ts'
import type { Block, Inline } from '../../schema/rich-text.ts'
import { readBlocks } from '../blocks.ts'
import { plainText } from '../plain-text.ts'
import type { Reading } from '../reading.ts'
import type { Log } from './finding.ts'

export interface Foreign {
  reading: Reading
  log: Log
  /** Lines on which a quote is advice, not a reply. */
  callouts: ReadonlySet<number>
  /** Keeps a reply as a snippet and gives its id. */
  keepReply(title: string, body: string, line: number): string
}

const longestLine = 1000

export function blocksOf(nodes: readonly RootContent[], foreign: Foreign): Block[] {
  return readBlocks(nodes.map(withoutMarks), foreign.reading, 1).filter((block) => block.type !== 'rule')
}

/** Task marks in the text of a step say nothing there: only the step is ticked. */
function withoutMarks<N extends RootContent>(node: N): N {
  if (!('children' in node)) return node
  const children = (node.children as RootContent[]).filter((child) => child.type !== 'stepMark' || !/[ x]/i.test(child.mark))
  return { ...node, children: children.map(withoutMarks) }
}

/** A step's line; what is too long for one goes on below it. */
export function fitted(text: Inline[]): { text: Inline[]; rest: Block[] } {
  const label = plainText(text)
  if (label.length <= longestLine) return { text, rest: [] }
  const end = label.slice(0, 300).search(/[.;:] [^.;:]*$/)
  return { text: [{ type: 'text', text: `${label.slice(0, end > 40 ? end + 1 : 200).trim()} ...` }], rest: [{ type: 'paragraph', children: text }] }
}

export function check(text: Inline[], detail: Block[] = []): Step {
  const line = fitted(text)
  return { ...blank(line.text), detail: [...line.rest, ...detail], kind: 'check' }
}

export function blank(text: Inline[]) {
  return { id: '', text, label: plainText(text), detail: [] as Block[], optional: false, when: null, evidence: null }
}

export const plain = (text: string): Inline[] => [{ type: 'text', text }]
