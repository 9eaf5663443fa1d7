// Markdown of other tools made plain before it is read: admonitions and alerts become quotes, shortcodes go, with their place. Every line stays
// on its line, so that a place in the result is a place in the source. Refuses to touch code.
import type { Log } from './finding.ts'

export interface PlainSource {
  text: string
  /** Lines on which a quote begins that is advice to the reader and never a reply to send. */
  callouts: Set<number>
}

const admonition = /^(\s*)(?:!!!|\?\?\?\+?)\s*([\w-]+(?:\s+[\w-]+)*)?\s*(?:"([^"]*)")?\s*$/
const container = /^(\s*):::+\s*([\w-]+)?\s*\[?([^\]]*)\]?\s*$/
const alert = /^(\s*(?:>\s*)+)\[!(\w+)\][+-]?\s*(.*)$/
const fence = /^[\s>]*(?:(?:[*+-]|\d+[.)])\s+)*(```+|~~~+)/
/** Shortcodes are short: a bound keeps a line of openings without an end from taking for ever. */
const tag = /\{\{[<%].{0,400}?[%>]\}\}|\{%.{0,400}?%\}/g
const attributeList = /\{:[^{}]*\}/g
const contents = /^\s*(?:\[TOC\]|\[\[_TOC_\]\]|\[\[toc\]\]|\{:toc\})\s*$/i

export function plainSource(text: string, log: Log): PlainSource {
  const callouts = new Set<number>()
  const lines = tomlAsYaml(text.split('\n'), log)
  quoteAdmonitions(lines, callouts, log)
  let open: string | null = null
  for (const [index, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1] ?? null
    if (mark && (open === null || (mark[0] === open[0] && mark.length >= open.length))) open = open === null ? mark : null
    else if (open === null) lines[index] = plainLine(line, index + 1, callouts, log)
  }
  return { text: lines.join('\n'), callouts }
}

function plainLine(line: string, number: number, callouts: Set<number>, log: Log): string {
  if (contents.test(line)) {
    log.drop(number, 'contents', 'A generated table of contents has no place in a playbook.', line.trim())
    return ''
  }
  const found = alert.exec(line)
  if (found) callouts.add(number)
  const named = found ? `${found[1]}**${titled(found[2]!)}** ${found[3]}` : line
  return withoutCode(named, (words) =>
    words
      .replace(tag, (shortcode) => {
        log.drop(number, 'shortcode', 'A shortcode of another tool cannot be run; what it would print is not in the file.', shortcode)
        return ''
      })
      .replace(attributeList, (list) => {
        log.drop(number, 'attribute-list', 'Looks for a web page are not kept.', list)
        return ''
      }),
  )
}

function withoutCode(line: string, change: (words: string) => string): string {
  return line.replace(/(`+)(?!`).*?[^`]\1(?!`)|[^`]+|`+/g, (part) => (part.startsWith('`') && part.length > 2 ? part : change(part)))
}

/** `!!! note "Title"` with an indented body, and `:::note` up to `:::`. */
function quoteAdmonitions(lines: string[], callouts: Set<number>, log: Log): void {
  for (let at = 0; at < lines.length; at++) {
    const opened = admonition.exec(lines[at]!)
    const boxed = opened ? null : container.exec(lines[at]!)
    if (opened) {
      const [, indent = '', kind = 'note', title] = opened
      callouts.add(at + 1)
      const [name = 'note', ...looks] = kind.split(/\s+/)
      if (looks.length > 0) log.drop(at + 1, 'attribute-list', 'Looks for a web page are not kept.', looks.join(' '))
      lines[at] = `${indent}> **${titled(name)}${title ? `: ${title}` : ''}**`
      const end = endOfIndented(lines, at + 1, indent.length + 4)
      for (let inside = at + 1; inside < end; inside++) lines[inside] = `${indent}> ${lines[inside]!.slice(indent.length + 4)}`.trimEnd()
      at = end - 1
    } else if (boxed?.[2]) {
      const [, indent = '', kind, title] = boxed
      const end = lines.findIndex((line, index) => index > at && /^\s*:::+\s*$/.test(line))
      if (end < 0) continue
      callouts.add(at + 1)
      lines[at] = `${indent}> **${titled(kind!)}${title ? `: ${title}` : ''}**`
      for (let inside = at + 1; inside < end; inside++) lines[inside] = `${indent}> ${lines[inside]!.slice(indent.length)}`.trimEnd()
      lines[end] = ''
      at = end
    }
  }
}

function endOfIndented(lines: string[], start: number, indent: number): number {
  let end = start
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!
    if (line.trim() === '') continue
    if (line.search(/\S/) < indent) break
    end = at + 1
  }
  return end
}

/** `+++` front matter with plain `key = value` lines reads as YAML; its tables do not. */
export function tomlAsYaml(lines: string[], log: Log): string[] {
  const end = lines[0]?.trim() === '+++' ? lines.findIndex((line, index) => index > 0 && line.trim() === '+++') : -1
  if (end < 0) return lines
  return lines.map((line, index) => {
    if (index > end) return line
    if (index === 0 || index === end) return '---'
    const pair = /^([\w-]+)\s*=\s*(.*)$/.exec(line)
    if (!pair && line.trim() !== '') log.drop(index + 1, 'front-matter', 'This line of the front matter cannot be read.', line.trim())
    return pair ? `${pair[1]}: ${pair[2]}` : ''
  })
}

const titled = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
