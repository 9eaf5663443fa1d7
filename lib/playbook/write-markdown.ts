// Syntax tree to Markdown text, in the one spelling that we print: `-` for steps, fences for code, `*` for emphasis.
import type { Parents, Root } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { defaultHandlers, type Options, type State, toMarkdown } from 'mdast-util-to-markdown'
import { printList } from './list-bullets.ts'
import type { StepAttributes, StepMark } from './step-syntax.ts'

declare module 'mdast' {
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

/**
 * Underscores within a word need no backslash, unless emphasis beside the word writes its first or last character as a number. The printer
 * sees to that for characters of one unit only; beside the others every underscore gets its backslash.
 */
const text: Handler = (node, parent, state, info) => {
  const written = (defaultHandlers.text as Handler)(node, parent, state, info)
  if (state.stack.includes('autolink')) return written
  return written.replace(/(?<=[\udc00-\udfff])(?:\\?_)+|(?:\\?_)+(?=[\ud800-\udbff])/g, (run) => run.replace(/\\?_/g, '\\_'))
}

const handlers = {
  list: printList,
  text,
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
    // No bullet looks like it.
    rule: '_',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown(), steps],
  })
}
