// Syntax tree to Markdown text, in the one spelling that we print: `-` for steps, fences for code, `*` for emphasis.
import type { List, Nodes, Parents, Root } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, type Options, type State, toMarkdown } from 'mdast-util-to-markdown'
import type { StepAttributes, StepMark } from './step-syntax.ts'

declare module 'mdast' {
  interface ListData {
    isSteps?: boolean
  }
  interface ParagraphData {
    escapesBraces?: boolean
  }
  interface HeadingData {
    escapesBraces?: boolean
  }
}
declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    braces: 'braces'
  }
}

type Handler = (node: never, parent: Parents | undefined, state: State, info: never) => string

function withBraces(handler: Handler): Handler {
  return (node, parent, state, info) => {
    const { data } = node as { data?: { escapesBraces?: boolean } }
    if (!data?.escapesBraces) return handler(node, parent, state, info)
    const exit = state.enter('braces')
    const text = handler(node, parent, state, info)
    exit()
    return text
  }
}

/** Prose lists next to a list of steps take the other bullet, so that the two stay apart and steps keep `-`. */
const list: Handler = (node, parent, state, info) => {
  const siblings: readonly Nodes[] = parent?.children ?? []
  const next = siblings[siblings.indexOf(node) + 1]
  const isBeforeSteps = next?.type === 'list' && next.data?.isSteps === true && !(node as List).data?.isSteps
  if (!isBeforeSteps) return (defaultHandlers.list as Handler)(node, parent, state, info)
  const options = state.options
  state.options = { ...options, bullet: '*', bulletOther: '+' }
  const text = (defaultHandlers.list as Handler)(node, parent, state, info)
  state.options = options
  return text
}

const handlers = {
  list,
  paragraph: withBraces(defaultHandlers.paragraph as Handler),
  heading: withBraces(defaultHandlers.heading as Handler),
  stepMark: (node: StepMark) => (node.mark === '?' ? '(?) ' : `[${node.mark}] `),
  stepAttributes: (node: StepAttributes) => ` ${node.source}`,
}

const steps: Options = {
  handlers: handlers as unknown as Options['handlers'],
  join: [
    (left, right) => {
      if (left.type === 'listItem' && right.type === 'listItem') return left.spread || right.spread ? 1 : 0
      return undefined
    },
  ],
  unsafe: [
    { character: '(', atBreak: true, after: '\\?\\)' },
    { character: '{', inConstruct: 'braces', notInConstruct: 'autolink' },
  ],
}

export function writeMarkdown(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    // No bullet looks like it, so that a rule in a list never forces another bullet.
    rule: '_',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown(), steps],
  })
}
