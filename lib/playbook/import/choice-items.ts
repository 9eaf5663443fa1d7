// "If ... / otherwise ..." items to questions with options: neighbours in a list, both halves in one item, or a list of cases below an item.
import type { List, RootContent } from 'mdast'
import type { Option, Step } from '../../schema/playbook.ts'
import type { Inline } from '../../schema/rich-text.ts'
import { plainText } from '../plain-text.ts'
import type { Span } from './condition-words.ts'
import { blank, blocksOf, check, type Foreign, fitted, plain } from './foreign.ts'
import { hasMarks, type Item, itemsOf, shareOfInstructions } from './items.ts'
import { snippetStep, stepsFromBlock } from './list-steps.ts'
import { keptReply } from './replies.ts'
import { asSentence, capitalised, slice } from './split-inline.ts'

const longestQuestion = 300

/** The choice that begins at this item and how many items it takes; null where none begins. */
export function choiceAt(items: readonly Item[], at: number, foreign: Foreign, depth: number): { steps: Step[]; count: number } | null {
  const first = items[at]!
  const { conditional } = first
  if (conditional?.kind !== 'if' || first.mark === '!' || !isAskable(first)) return null
  const count = conditional.otherwise ? 1 : lengthOfChain(items, at)
  const branches = items.slice(at, at + count)
  if (conditional.action === null && first.rest.length === 0) return null
  const asked = branches.filter((item) => item.conditional?.kind !== 'else')
  const last = branches.at(-1)!
  const other = last.conditional?.kind === 'else' ? branchSteps(last, last.conditional.action, foreign, depth) : []
  if (asked.length === 1) {
    const { text } = fitted(asSentence(slice(first.head, ...conditional.condition), '?'))
    const no = conditional.otherwise ? [check(capitalised(slice(first.head, ...conditional.otherwise)))] : other
    const yes = branchSteps(first, conditional.action, foreign, depth)
    return { count, steps: [{ ...blank(text), kind: 'choice', options: [option('Yes', yes), option('No', no)] }] }
  }
  const options = [...asked.map((item) => caseOf(item, foreign, depth)), option('Otherwise', other)]
  return { count, steps: [{ ...blank(plain('Which of these applies?')), kind: 'choice', options }] }
}

function isAskable({ conditional, head }: Item): boolean {
  if (conditional?.kind !== 'if' && conditional?.kind !== 'else-if') return false
  const [start, end] = conditional.condition
  return end - start >= 3 && end - start <= longestQuestion && plainText(slice(head, start, end)) !== ''
}

/** If, then any "else if", then at most one "otherwise"; several plain ifs belong together only when an "otherwise" closes them. */
function lengthOfChain(items: readonly Item[], at: number): number {
  const kindAt = (index: number) => items[index]?.conditional?.kind
  let end = at + 1
  while (kindAt(end) === 'else-if' && isAskable(items[end]!)) end++
  if (end === at + 1) {
    let ifs = end
    while (kindAt(ifs) === 'if' && isAskable(items[ifs]!)) ifs++
    if (kindAt(ifs) === 'else') end = ifs
  }
  return (kindAt(end) === 'else' ? end + 1 : end) - at
}

/** Options for an item whose list below holds nothing but cases; null for any other list. */
export function nestedChoice(list: List, foreign: Foreign, depth: number): Option[] | null {
  const items = itemsOf(list, foreign)
  const kinds = items.map(({ conditional }) => conditional?.kind)
  if (items.length < 2 || kinds.some((kind) => kind === undefined) || !kinds.some((kind) => kind === 'if' || kind === 'answer')) return null
  if (items.some((item) => item.conditional?.kind.endsWith('if') && !isAskable(item))) return null
  return items.map((item) => caseOf(item, foreign, depth))
}

function caseOf(item: Item, foreign: Foreign, depth: number): Option {
  const { conditional, head } = item
  if (conditional?.kind === 'answer') {
    const words = asSentence(slice(head, ...conditional.answer), '')
    const isWord = /^(?:so|not|true|false)$/i.test(plainText(words))
    const steps = branchSteps(item, conditional.action, foreign, depth)
    return isWord ? option(conditional.isYes ? 'Yes' : 'No', steps) : { id: '', text: words, label: plainText(words), steps }
  }
  if (conditional?.kind === 'else') return option('Otherwise', branchSteps(item, conditional.action, foreign, depth))
  const text = conditional ? asSentence(slice(head, ...conditional.condition), '') : head
  const steps = branchSteps(item, conditional?.action ?? null, foreign, depth)
  const other = conditional?.otherwise ? [check(plain('Otherwise: ').concat(slice(head, ...conditional.otherwise)))] : []
  return { id: '', text, label: plainText(text), steps: [...steps, ...other] }
}

/** What is told, with what explains it below; a list of things to do is steps of the branch. */
function branchSteps({ head, rest }: Item, action: Span | null, foreign: Foreign, depth: number): Step[] {
  const told = action ? capitalised(slice(head, ...action)) : []
  if (told.length === 0) return rest.flatMap((node) => stepsFromBlock(node, foreign, depth + 1))
  const isSteps = (node: RootContent) => node.type === 'list' && (hasMarks(node) || node.ordered === true || shareOfInstructions(node) >= 0.5)
  const snippets: string[] = []
  const detail: RootContent[] = []
  for (const node of rest.filter((one) => !isSteps(one))) {
    const reply = keptReply(node, plainText(told), foreign)
    if (reply === null) detail.push(node)
    else snippets.push(reply)
  }
  const steps = rest.filter(isSteps).flatMap((node) => stepsFromBlock(node, foreign, depth + 1))
  const first = check(told, blocksOf(detail, foreign))
  const [snippet, ...others] = snippets
  const step: Step = snippet === undefined ? first : { ...first, kind: 'snippet', snippet }
  return [step, ...others.map((id) => snippetStep(id, plainText(told))), ...steps]
}

function option(label: string, steps: Step[]): Option {
  const text: Inline[] = plain(label)
  return { id: '', text, label, steps }
}
