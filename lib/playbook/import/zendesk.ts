// Zendesk macros, as its API returns them (`macros`, `macro`, or a plain list), to snippets. What a macro does to the ticket is named and left out:
// a snippet only writes.
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from '../../schema/z.ts'
import { type Imported, type Log, logFor, type SourceFile, startImport } from './finding.ts'
import { htmlToMarkdown } from './html-markdown.ts'
import { liquidAsText, withVariables } from './placeholders.ts'
import { htmlBody, replyBody } from './reply-body.ts'
import { noteVariables, type SnippetShelf, snippetShelf } from './snippet-shelf.ts'

const Action = z.object({ field: z.string(), value: z.unknown() })
const Macro = z.object({
  title: z.string(),
  actions: z.optional(z.nullable(z.array(Action))),
  active: z.optional(z.boolean()),
  description: z.optional(z.nullable(z.string())),
})
const texts = ['comment_value_html', 'comment_value', 'side_conversation', 'comment_mode_is_public']

const fix = 'Save the answer of GET /api/v2/macros.json as it is.'

export function importZendesk(files: readonly SourceFile[]): Imported {
  const imported = startImport()
  const shelf = snippetShelf(imported)
  for (const source of files) importMacros(source, imported, shelf)
  return imported
}

function importMacros(source: SourceFile, imported: Imported, shelf: SnippetShelf): void {
  const log = logFor(source.file, imported)
  const refuse = (line: number, message: string) => {
    imported.documents++
    log.drop(line, 'unreadable', `${message} ${fix}`, source.file)
  }
  let json: unknown
  try {
    json = JSON.parse(source.text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0)
    refuse(source.text.slice(0, at).split('\n').length, 'This is not JSON that can be read.')
    return
  }
  const macros = macrosIn(json)
  if (!macros) {
    refuse(1, 'There are no macros in this file.')
    return
  }
  const lines = linesOf(source.text)
  imported.documents += macros.length
  for (const [index, one] of macros.entries()) {
    const line = lines[index] ?? 1
    const read = Macro.safeParse(one)
    if (!read.success)
      log.drop(line, 'macro', 'This is no macro: it has no title, or its actions are no list of fields.', JSON.stringify(one)?.slice(0, 500) ?? '')
    else
      importMacro(read.data, line, log, (title, body) => void shelf.keep(source.file, line, title.replaceAll('::', ': '), title.split('::').slice(0, -1), body))
  }
}

function importMacro(
  { title, actions, active, description }: z.infer<typeof Macro>,
  line: number,
  log: Log,
  keep: (title: string, body: string) => void,
): void {
  const done = actions ?? []
  const reply = texts.slice(0, 2).flatMap((field) => done.find((action) => action.field === field) ?? [])[0]
  const text = reply ? textIn(reply.value) : null
  if (active === false) {
    log.drop(line, 'inactive', 'The macro is switched off.', [title, text ?? ''].join(' ').trim())
    return
  }
  for (const action of done) {
    if (action === reply) continue
    const isText = texts.slice(0, 2).includes(action.field)
    const message = isText
      ? 'The same reply as plain text beside its HTML; the HTML is kept.'
      : `A snippet does not set "${action.field}"; set it by hand, or write a playbook step for it.`
    log.drop(line, isText ? 'second-text' : 'action', message, `${action.field}: ${textIn(action.value) ?? JSON.stringify(action.value)}`)
  }
  if (description) log.drop(line, 'description', 'A snippet has no description.', description)
  if (text === null || text.trim() === '') {
    log.drop(line, 'no-reply', 'The macro writes nothing, so that there is no snippet in it.', title)
    return
  }
  const liquid = liquidAsText(text)
  for (const tag of liquid.logic) log.note(line, 'liquid', 'A rule of the other tool stays as readable text; rewrite the snippet without it.', tag)
  const { text: filled, found } = withVariables(liquid.text)
  noteVariables([...liquid.found, ...found], line, log)
  const made = reply?.field === 'comment_value_html' ? htmlBody(htmlToMarkdown(filled, line, log)) : replyBody(filled)
  if (made === null) log.drop(line, 'unwritable', 'The text cannot be written as a snippet: it is empty or too long.', `${title} ${text}`)
  else {
    if (!made.isExact) log.note(line, 'layout', 'Line ends or signs of this text may come out differently; look at it once.', title)
    keep(title, made.body)
  }
}

/** Some fields hold a channel and a text. */
function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.findLast((part): part is string => typeof part === 'string') ?? null
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

function macrosIn(json: unknown): unknown[] | null {
  if (Array.isArray(json)) return json
  if (typeof json !== 'object' || json === null) return null
  if ('macros' in json && Array.isArray(json.macros)) return json.macros
  if ('macro' in json) return [json.macro]
  return 'title' in json && 'actions' in json ? [json] : null
}

/** JSON is YAML too, and the YAML reader knows where things stand. */
function linesOf(text: string): number[] {
  const counter = new LineCounter()
  const { contents } = parseDocument(text.replace(/^\uFEFF/, '').replaceAll('\t', ' '), {
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  })
  const list = isMap(contents) ? (contents.get('macros') ?? contents.get('macro')) : contents
  const nodes = isSeq(list) ? list.items : [list]
  return nodes.map((node) => Math.max(1, counter.linePos((node as Node | null)?.range?.[0] ?? 0).line))
}
