// HTML as it stands in documents and macros, rewritten as Markdown: lists, tables, headings, emphasis and links are kept, other tags go, their
// words stay. What it makes is read by the Markdown reader, which decodes entities. Scripts, styles and comments are left out and named.
import type { Log } from './finding.ts'
import { htmlToken, isMedia, isUnread, markOfTag, readTag, type Tag } from './html-tags.ts'

interface Writer {
  out: string[]
  lists: { ordered: boolean; count: number }[]
  links: (string | null)[]
  table: { row: string[] | null /** Where the cell begins in `out`, or -1. */; cell: number; isHead: boolean }
  log: Log
}

const blocks = new Set(
  'p div section article aside blockquote details summary pre figure figcaption dl dt dd header footer form fieldset center caption'.split(' '),
)

/** `line`: where the HTML begins in its file. */
export function htmlToMarkdown(html: string, line: number, log: Log): string {
  const writer: Writer = { out: [], lists: [], links: [], table: { row: null, cell: -1, isHead: true }, log }
  let at = 0
  let skipped: string | null = null
  for (const found of html.matchAll(htmlToken)) {
    if (skipped === null) writeWords(writer, html.slice(at, found.index))
    at = found.index + found[0].length
    const place = line + html.slice(0, found.index).split('\n').length - 1
    const tag = readTag(found[0])
    if (skipped !== null) {
      if (tag?.isClosing && tag.name === skipped) skipped = null
    } else if (tag && isUnread(tag.name)) {
      const ahead = html.slice(at).search(new RegExp(`</${tag.name}`, 'i'))
      const end = ahead < 0 ? ahead : at + ahead
      if (!tag.isClosing) log.drop(place, 'html', `<${tag.name}> cannot run in a playbook.`, html.slice(found.index, end < 0 ? html.length : end))
      if (!tag.isClosing && end >= 0) skipped = tag.name
    } else if (tag) writeTag(writer, tag, found[0], place)
    else if (found[0].startsWith('<!--')) log.drop(place, 'comment', 'A comment is not shown.', found[0])
    else writeWords(writer, found[0])
  }
  if (skipped === null) writeWords(writer, html.slice(at))
  closeCell(writer)
  if (writer.table.row) writer.out.push(` ${writer.table.row.join(' ')} `)
  return writer.out
    .join('')
    .replace(/^[ \t]+(?=\S)/, '')
    .replace(/\n{3,}/g, '\n\n')
}

function writeTag(writer: Writer, tag: Tag, source: string, place: number): void {
  const { name, isClosing } = tag
  const mark = markOfTag(name)
  const hint = tag.attribute('title')
  if (hint) writer.log.drop(place, 'html', hintLost, hint)
  if (mark) put(writer, mark)
  else if (name === 'br') put(writer, writer.table.cell >= 0 ? ' ' : `  \n${indentOf(writer)}`)
  else if (name === 'hr') put(writer, '\n\n---\n\n')
  else if (name === 'ul' || name === 'ol' || name === 'li') writeList(writer, name, isClosing)
  else if (/^h[1-6]$/.test(name)) put(writer, isClosing ? '\n\n' : `\n\n${'#'.repeat(Number(name[1]))} `)
  else if (name === 'a') writeLink(writer, tag, source, place)
  else if (name === 'img') put(writer, `![${tag.attribute('alt') ?? ''}](<${(tag.attribute('src') ?? '').replace(/[<>\n]/g, '')}>)`)
  else if (name === 'table' || name === 'tr' || name === 'td' || name === 'th') writeTable(writer, name, isClosing)
  else if (isMedia(name) && !isClosing) {
    const url = tag.attribute('src')
    writer.log.drop(place, 'html', mediaLost(name), source)
    if (url?.startsWith('https://')) put(writer, ` <${encoded(url)}> `)
  } else if (blocks.has(name)) put(writer, writer.lists.length === 0 ? '\n\n' : isClosing ? '' : ' ')
}

export const hintLost = 'A hint that shows on hovering is not kept.'
export const mediaLost = (name: string) => `<${name}> cannot be shown in a playbook; a link to it is kept where it has an https address.`

function writeList({ lists, ...writer }: Writer, name: string, isClosing: boolean): void {
  const whole = { lists, ...writer }
  if (name === 'li') {
    const list = lists.at(-1)
    if (isClosing) return
    if (list) list.count++
    put(whole, `\n${indentOf(whole)}${list?.ordered ? `${list.count}.` : '-'} `)
    return
  }
  if (isClosing) lists.pop()
  else lists.push({ ordered: name === 'ol', count: 0 })
  put(whole, lists.length > 0 ? '\n' : '\n\n')
}

function writeLink(writer: Writer, tag: Tag, source: string, place: number): void {
  if (tag.isClosing) {
    const url = writer.links.pop()
    if (url) put(writer, `](${encoded(url)})`)
    return
  }
  const url = tag.attribute('href')
  writer.links.push(url)
  if (url) put(writer, '[')
  else writer.log.drop(place, 'anchor', 'A place to jump to has no use in a playbook.', source)
}

function writeTable(writer: Writer, name: string, isClosing: boolean): void {
  const { table, out } = writer
  closeCell(writer)
  if (name === 'table') {
    table.isHead = true
    out.push('\n\n')
  } else if (name === 'tr') {
    if (isClosing && table.row)
      out.push(`${table.isHead ? '\n\n' : ''}| ${table.row.join(' | ')} |\n${table.isHead ? `|${' - |'.repeat(table.row.length)}\n` : ''}`)
    if (isClosing && table.row) table.isHead = false
    table.row = isClosing ? null : []
  } else if (!isClosing) {
    table.row ??= []
    table.cell = out.length
  }
}

function closeCell({ table, out }: Writer): void {
  if (table.cell < 0 || !table.row) return
  table.row.push(out.splice(table.cell).join('').replace(/\s+/g, ' ').trim())
  table.cell = -1
}

/** Two more for each list around, and one for the dot of a number. */
function indentOf({ lists }: Writer): string {
  return '   '.repeat(Math.max(0, lists.length - 1))
}

function put({ out, table }: Writer, text: string): void {
  out.push(table.cell >= 0 ? text.replace(/\n+/g, ' ').replace(/\|/g, '\\|') : text)
}

/** Signs that would be Markdown but are words in HTML; entities are left to the Markdown reader. */
function writeWords(writer: Writer, text: string): void {
  const line = text.replace(/[ \t]*\n[ \t]*/g, ' ')
  put(writer, line.replace(/[\\`*_[\]<]/g, '\\$&').replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/, '$1\\$2'))
}

function encoded(url: string): string {
  // `encodeURIComponent` leaves brackets as they are, and one alone would end the link.
  return url.replace(/[()\s<>]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))
}
