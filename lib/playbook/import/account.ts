// Whether anything of a document was lost: every word of every block has to be in a file that was made, or be named as dropped.
import type { Nodes } from 'mdast'
import { readMarkdown } from '../markdown.ts'
import { printPlaybook } from '../print.ts'
import { placeOf } from '../problem.ts'
import type { Finding, ImportedPlaybook, ImportedSnippet } from './finding.ts'
import { tomlAsYaml } from './source-lines.ts'

/** Words that a choice says by its form. */
const form = new Set(['if', 'in', 'case', 'then', 'otherwise', 'else', 'or', 'not', 'so', 'all', 'other', 'cases', 'any', 'none', 'true', 'false', 'yes', 'no'])

/** Blocks of the source with words that are neither kept nor named; `said` is what the import dropped, and which words became variables. */
export function unaccounted(
  source: string,
  playbooks: readonly ImportedPlaybook[],
  snippets: readonly ImportedSnippet[],
  said: readonly Finding[],
): { line: number; text: string }[] {
  const left = new Map<string, number>()
  // A title stands in the front matter and once more as the first heading.
  const texts = [
    ...playbooks.flatMap(({ document }) => [printPlaybook(document), document.title]),
    ...snippets.flatMap(({ draft }) => [draft.title, draft.body]),
    ...said.map(({ text }) => text),
  ]
  for (const word of texts.flatMap(wordsIn)) left.set(word, (left.get(word) ?? 0) + 1)
  const text = tomlAsYaml(source.split('\n'), { drop: () => undefined, note: () => undefined }).join('\n')
  return blocksWithWords(readMarkdown(text), text).flatMap(({ line, text: block }) => {
    // Numbers of a list are said by its order, also where Markdown reads them as text.
    const missing = wordsIn(block.replace(/^[\s>]*\d+[.)]\s/gm, '')).filter((word) => {
      const count = left.get(word) ?? 0
      left.set(word, count - 1)
      return count <= 0 && !form.has(word)
    })
    return missing.length > 0 ? [{ line, text: missing.join(' ') }] : []
  })
}

export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The leaves of the tree: what a reader would see as one piece of text. */
export function blocksWithWords(root: Nodes, source: string): { line: number; text: string }[] {
  const isIndented = root.type === 'code' && !/^[`~]/.test(source.slice(root.position?.start.offset ?? 0))
  // The body of an admonition is indented, and may be HTML.
  if (root.type === 'html' || isIndented) {
    return [{ line: placeOf(root).line, text: root.value.replace(/<!--[\s\S]*?-->|<\/?[a-zA-Z][^>]*>|&\w+;|\]\([^)]*\)|\{:[^}]*\}/g, ' ') }]
  }
  if (root.type === 'yaml') return [{ line: placeOf(root).line, text: root.value.replace(/^[\w-]+:/gm, '') }]
  if (root.type === 'code') return [{ line: placeOf(root).line, text: root.value }]
  if (root.type === 'paragraph' || root.type === 'heading' || root.type === 'tableCell') return [{ line: placeOf(root).line, text: inlineText(root) }]
  return 'children' in root ? root.children.flatMap((child) => blocksWithWords(child, source)) : []
}

function inlineText(node: Nodes): string {
  if (node.type === 'html' || node.type === 'stepMark') return ' '
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(inlineText).join('') : ''
}
