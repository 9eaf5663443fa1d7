// Quotes and fenced texts that are meant to be sent: what has places to fill in, or greets somebody, becomes a snippet. Code stays code.

import type { Nodes, RootContent } from 'mdast'
import { lineOf } from '../problem.ts'
import { parseSnippet, printSnippet } from '../snippet-file.ts'
import { writeMarkdown } from '../write-markdown.ts'
import type { Foreign } from './foreign.ts'
import { hasPlaceholder, withoutStrayBraces, withVariables } from './placeholders.ts'
import { replyBody } from './reply-body.ts'
import { noteVariables } from './snippet-shelf.ts'

const textual = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'none', 'md', 'markdown', 'email', 'mail', 'template', 'eml'])
const greeting = /^\s*(?:subject:|hello|hi|hey|dear|good (?:morning|afternoon|evening|day)|greetings)\b[^\n]{0,60}(?:,|\n|$)/i

/** The id of the snippet that the node became, or null when it is none. */
export function keptReply(node: RootContent, title: string, foreign: Foreign): string | null {
  const line = lineOf(node)
  if (node.type === 'blockquote' && !foreign.callouts.has(line)) {
    const words = textOf(node)
    if (hasSteps(node) || !(hasPlaceholder(words) || greeting.test(words))) return null
    const found: string[] = []
    const quoted = structuredClone(node)
    fillIn(quoted, found)
    const markdown = withoutStrayBraces(writeMarkdown({ type: 'root', children: quoted.children }).trim())
    const body = isSnippet(markdown) ? markdown : (replyBody(withVariables(words).text)?.body ?? null)
    return body === null ? null : keep(body, found)
  }
  if (
    node.type === 'code' &&
    textual.has((node.lang ?? '').toLowerCase()) &&
    isProse(node.value) &&
    (hasPlaceholder(node.value) || greeting.test(node.value))
  ) {
    const { text, found } = withVariables(node.value)
    const body = replyBody(text)
    return body === null ? null : keep(body.body, found)
  }
  return null

  function keep(body: string, found: string[]): string {
    noteVariables(found, line, foreign.log)
    return foreign.keepReply(title, body, line)
  }
}

function isSnippet(markdown: string): boolean {
  return parseSnippet(printSnippet({ title: 'a', tags: [], body: markdown })).draft?.body === markdown
}

/** Written for people: mostly letters, several words, nothing that ends like a command. */
function isProse(text: string): boolean {
  const letters = text.replace(/[^\p{L}\s.,'’!?-]/gu, '').length
  return (
    letters / text.length > 0.7 && text.trim().split(/\s+/).length >= 5 && !/^\s*(?:[$#>]\s|\/\/|import |def |function )/m.test(text) && !/[;{]\s*$/m.test(text)
  )
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if (node.type === 'break') return '\n'
  if (!('children' in node)) return ''
  const isBlock = node.children.some((child) => child.type === 'paragraph' || child.type === 'listItem' || child.type === 'list')
  return node.children.map(textOf).join(isBlock ? '\n\n' : '')
}

function hasSteps(node: Nodes): boolean {
  return node.type === 'stepMark' || ('children' in node && node.children.some(hasSteps))
}

function fillIn(node: Nodes, found: string[]): void {
  if (node.type === 'text') {
    const filled = withVariables(node.value)
    node.value = filled.text
    found.push(...filled.found)
  }
  if ('children' in node) for (const child of node.children) fillIn(child, found)
}
