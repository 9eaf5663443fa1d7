// A foreign list to steps. Numbered items below numbered ones and task items are steps of their own; other lists, code and tables below an item
// stay with it; conditions become choices.
import type { List, RootContent } from 'mdast'
import type { Step } from '../../schema/playbook.ts'
import { plainText } from '../plain-text.ts'
import { choiceAt, nestedChoice } from './choice-items.ts'
import { isOptionalManner } from './condition-words.ts'
import { blank, blocksOf, type Foreign, fitted, plain } from './foreign.ts'
import { hasMarks, type Item, itemsOf, shareOfInstructions } from './items.ts'
import { keptReply } from './replies.ts'
import { wordsOf } from './split-inline.ts'

/** Choices nest eight levels deep in the format; below this, lists stay text. */
export const deepestChoice = 6

const unwritten = /^(?:to-?do|tbd|tba|\.\.\.|…)[.:]?$/i

export function stepsOf(list: List, foreign: Foreign, depth = 1): Step[] {
  const items = itemsOf(list, foreign)
  const steps: Step[] = []
  for (let at = 0; at < items.length; ) {
    const choice = depth <= deepestChoice ? choiceAt(items, at, foreign, depth) : null
    steps.push(...(choice?.steps ?? stepFrom(items[at]!, foreign, depth)))
    at += choice?.count ?? 1
  }
  return steps
}

function stepFrom(item: Item, foreign: Foreign, depth: number): Step[] {
  const { head, rest, line, mark } = item
  if (head.length === 0) return withoutHead(item, foreign, depth)
  if (rest.length === 0 && unwritten.test(plainText(head))) {
    foreign.log.drop(line, 'placeholder', 'The item only says that something is still to be written.', plainText(head))
    return []
  }
  const { conditional } = item
  if (conditional?.kind === 'else' || conditional?.kind === 'else-if') {
    foreign.log.note(line, 'otherwise', 'This says what to do otherwise, and no condition stands before it; it is an ordinary step.', plainText(head))
  }
  if (mark?.toLowerCase() === 'x') foreign.log.note(line, 'ticked', 'A playbook has no ticked steps; this one is open.', plainText(head))
  const { text, rest: overflow } = fitted(head)
  const title = plainText(text)
  const below = belowOf(item, title, foreign)
  const branches = depth <= deepestChoice ? below.lists.map((list) => nestedChoice(list, foreign, depth)) : []
  const at = branches.findIndex((options) => options !== null)
  const inner = below.lists.filter((_, index) => index !== at)
  const substeps = inner.filter((list) => isSubsteps(list, item))
  const detail = [
    ...overflow,
    ...blocksOf(
      rest.filter((node) => below.detail.includes(node) || (node.type === 'list' && inner.includes(node) && !substeps.includes(node))),
      foreign,
    ),
  ]
  const base = { ...blank(text), detail, optional: isOptionalManner(wordsOf(head)) }
  const [snippet, ...others] = at < 0 ? below.snippets : [undefined, ...below.snippets]
  const step: Step =
    at >= 0
      ? { ...base, kind: 'choice', options: branches[at]! }
      : mark === '!'
        ? { ...base, kind: 'escalate', queue: null, severity: null }
        : snippet !== undefined
          ? { ...base, kind: 'snippet', snippet }
          : { ...base, kind: 'check' }
  const kept = mark === '!' && snippet !== undefined ? [snippet, ...others] : others
  const replies = kept.flatMap((id) => (id === undefined ? [] : [snippetStep(id, title)]))
  return [step, ...replies, ...substeps.flatMap((list) => stepsOf(list, foreign, depth))]
}

function isSubsteps(list: List, { isNumbered }: Item): boolean {
  return hasMarks(list) || (list.ordered === true && isNumbered && shareOfInstructions(list) >= 0.5)
}

function belowOf({ rest }: Item, title: string, foreign: Foreign): { lists: List[]; detail: RootContent[]; snippets: string[] } {
  const lists: List[] = []
  const detail: RootContent[] = []
  const snippets: string[] = []
  for (const node of rest) {
    const reply = keptReply(node, title, foreign)
    if (reply !== null) snippets.push(reply)
    else if (node.type === 'list') lists.push(node)
    else detail.push(node)
  }
  return { lists, detail, snippets }
}

function withoutHead({ rest, line }: Item, foreign: Foreign, depth: number): Step[] {
  if (rest.length === 0) {
    foreign.log.drop(line, 'empty-item', 'The item has no words.', '')
    return []
  }
  return rest.flatMap((node) => stepsFromBlock(node, foreign, depth))
}

/** What has no line of its own, as steps: lists as they are, text as a step, the rest below a step that points to it. */
export function stepsFromBlock(node: RootContent, foreign: Foreign, depth: number): Step[] {
  if (node.type === 'list') return stepsOf(node, foreign, depth)
  const reply = keptReply(node, 'Reply', foreign)
  if (reply !== null) return [snippetStep(reply, 'Reply')]
  const [block, ...others] = blocksOf([node], foreign)
  if (!block) return []
  if (block.type === 'paragraph') {
    const { text, rest } = fitted(block.children)
    return [{ ...blank(text), detail: rest, kind: 'check' }]
  }
  return [{ ...blank(plain('Use what stands below')), detail: [block, ...others], kind: 'check' }]
}

export function snippetStep(snippet: string, title: string): Step {
  return { ...blank(fitted(plain(`Insert the reply: ${title}`)).text), kind: 'snippet', snippet }
}
