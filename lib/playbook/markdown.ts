// Markdown text to syntax tree and back, with exactly the dialect of playbooks: CommonMark, tables, strikethrough, front matter, steps.
// Bare addresses do not become links and there are no footnotes: what is a link is written as one.
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { stepSyntax, stepsFromMarkdown } from './step-syntax.ts'

/** Line ends become `\n` and a byte order mark goes, so that offsets in the tree are offsets in this text. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

export function readMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [frontmatter('yaml'), gfmTable(), gfmStrikethrough({ singleTilde: false }), stepSyntax],
    mdastExtensions: [frontmatterFromMarkdown('yaml'), gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), stepsFromMarkdown],
  })
}
