// Espanso packages to snippets: one for each match, found by its triggers as tags. Refuses matches that would run a program, by name.

import { fieldText, fillIn, type Scope } from './espanso-variables.ts'
import { type EspansoMatch, type EspansoVariable, labelledValues, mapOf, readEspanso } from './espanso-yaml.ts'
import { type Imported, type Log, logFor, type SourceFile, startImport } from './finding.ts'
import { htmlToMarkdown } from './html-markdown.ts'
import { htmlBody, replyBody } from './reply-body.ts'
import { snippetShelf, titleFrom } from './snippet-shelf.ts'

const understood = new Set([
  'trigger',
  'triggers',
  'replace',
  'markdown',
  'html',
  'form',
  'form_fields',
  'vars',
  'label',
  'search_terms',
  'regex',
  'image_path',
])
const typing = new Set([
  'word',
  'left_word',
  'right_word',
  'propagate_case',
  'uppercase_style',
  'force_mode',
  'force_clipboard',
  'backend',
  'paragraph',
  'passive_only',
])

export function importEspanso(files: readonly SourceFile[]): Imported {
  const imported = startImport()
  const shelf = snippetShelf(imported)
  for (const { file, text } of files) {
    const log = logFor(file, imported)
    const read = readEspanso(text.replace(/^\uFEFF/, ''))
    imported.documents++
    if ('fault' in read) {
      log.drop(read.fault.line, 'unreadable', `The file cannot be read: ${read.fault.message}`, file)
      continue
    }
    for (const { key, line, text: value } of read.keys) {
      if (!['matches', 'global_vars', 'name', 'parent'].includes(key))
        log.drop(line, 'setting', `"${key}" is a setting of Espanso and has no place here.`, value)
    }
    if (read.matches.length === 0) log.drop(1, 'empty-document', 'The file has no matches.', '')
    const name = packageName(file)
    const matches = new Map(read.matches.flatMap((match) => match.triggers.map((trigger) => [trigger, match] as const)))
    for (const match of read.matches) {
      const variables = new Map([...read.variables, ...match.variables].map((variable) => [variable.name, variable]))
      for (const one of casesOf(match, variables, log)) {
        const made = readMatch(one, { variables, matches, log, line: match.line })
        if (made) shelf.keep(file, match.line, made.title, [name, ...match.triggers, ...match.searchTerms], made.body)
      }
    }
    reportTyping(read.matches, log)
  }
  return imported
}

/** A match that inserts nothing but one of several texts is several snippets. */
function casesOf(match: EspansoMatch, variables: ReadonlyMap<string, EspansoVariable>, log: Log): EspansoMatch[] {
  const name = /^\s*\{\{\s*([\w-]+)\s*\}\}\s*$/.exec(match.texts.get('replace') ?? '')?.[1]
  const variable = name === undefined ? undefined : variables.get(name)
  const cases = variable?.type === 'choice' ? labelledValues(variable.params.get('values')) : []
  if (cases.length < 2 || cases.some(({ text }) => text.includes('{{'))) return [match]
  log.note(match.line, 'choice', 'A match that asks which text to insert became a snippet for each of them.', match.triggers[0] ?? '')
  const label = match.texts.get('label')
  return cases.map(({ label: own, text }) => {
    const title = [label, own].filter((part) => part !== undefined).join(': ')
    return { ...match, texts: new Map([...match.texts, ['replace', text] as const, ...(title === '' ? [] : [['label', title] as const])]) }
  })
}

function readMatch(match: EspansoMatch, scope: Scope): { title: string; body: string } | null {
  const { texts, line, keys } = match
  const { log } = scope
  const said = match.triggers[0] ?? texts.get('regex') ?? ''
  for (const key of keys) {
    if (!understood.has(key) && !typing.has(key))
      log.drop(line, 'setting', `"${key}" of ${said} is a setting of Espanso and has no place here.`, texts.get(key) ?? key)
  }
  if (texts.has('image_path')) {
    log.drop(line, 'image', `${said} inserts an image; a snippet is text.`, texts.get('image_path')!)
    return null
  }
  const source = sourceOf(match, scope)
  if (source === null) {
    log.drop(line, 'no-reply', `${said} has no text to insert.`, said)
    return null
  }
  const filled = fillIn(source.text, scope)
  if ('refused' in filled) {
    const { refused, why } = filled
    log.drop(refused.line, refused.type === 'shell' || refused.type === 'script' ? 'program' : 'variable', `${said} is refused: ${why}`, source.text)
    return null
  }
  const text = filled.text.replace('$|$', '{{cursor}}').replaceAll('$|$', '')
  if (texts.has('regex')) log.note(line, 'regex', 'A snippet is not found by a pattern; look for it by its words.', texts.get('regex')!)
  const made = source.kind === 'html' ? htmlBody(htmlToMarkdown(text, line, log)) : source.kind === 'markdown' ? htmlBody(text) : replyBody(text)
  if (made === null) {
    log.drop(line, text.trim() === '' ? 'empty-snippet' : 'unwritable', `${said} has no text that a snippet could hold.`, source.text)
    return null
  }
  if (!made.isExact) log.note(line, 'layout', 'Line ends or signs of this text may come out differently; look at it once.', said)
  return { title: texts.get('label') ?? titleOf(text, said), body: made.body }
}

function sourceOf({ texts, formFields }: EspansoMatch, scope: Scope): { kind: 'text' | 'markdown' | 'html'; text: string } | null {
  const form = texts.get('form')
  if (form !== undefined) {
    return { kind: 'text', text: form.replace(/\[\[\s*([\w-]+)\s*\]\]/g, (_, name: string) => fieldText(name, mapOf(formFields.get(name)), scope)) }
  }
  for (const [key, kind] of [
    ['replace', 'text'],
    ['markdown', 'markdown'],
    ['html', 'html'],
  ] as const) {
    const text = texts.get(key)
    if (text !== undefined) return { kind, text }
  }
  return null
}

/** Once for each setting: on hundreds of matches it says the same. */
function reportTyping(matches: readonly EspansoMatch[], log: Log): void {
  for (const key of typing) {
    const [first, ...others] = matches.filter(({ keys }) => keys.includes(key))
    if (first)
      log.drop(
        first.line,
        'typing',
        `"${key}" says how a trigger is typed, on ${others.length + 1} of ${matches.length} matches; a snippet is chosen, not typed.`,
        key,
      )
  }
}

function titleOf(text: string, trigger: string): string {
  const line = titleFrom(text.split('\n').find((one) => one.trim() !== '') ?? '')
  const words = line.length <= 60 ? line : `${line.slice(0, Math.max(line.lastIndexOf(' ', 60), 30))} ...`
  return /[\p{L}\p{N}]{2}/u.test(words) ? words : `${words} (${trigger})`
}

/** `greetings/0.2.0/package.yml` is the package greetings. */
function packageName(file: string): string {
  const parts = file.split('/')
  const name = parts.at(-1)!.replace(/\.ya?ml$/, '')
  return name === 'package' ? (parts.slice(0, -1).findLast((part) => !/^\d+(\.\d+)*$/.test(part)) ?? name) : name
}
