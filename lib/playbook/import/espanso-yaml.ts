// An Espanso match file as plain records with their lines. Everything is text, as written; nothing is run or looked up.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

export interface EspansoVariable {
  name: string
  type: string
  line: number
  params: ReadonlyMap<string, unknown>
}

export interface EspansoMatch {
  line: number
  triggers: string[]
  /** Every key of the match that holds one text. */
  texts: ReadonlyMap<string, string>
  keys: string[]
  searchTerms: string[]
  formFields: ReadonlyMap<string, unknown>
  variables: EspansoVariable[]
}

export interface EspansoFile {
  matches: EspansoMatch[]
  variables: EspansoVariable[]
  /** Keys of the file itself. */
  keys: { key: string; line: number; text: string }[]
}

export function readEspanso(text: string): EspansoFile | { fault: { line: number; message: string } } {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false, uniqueKeys: false, strict: false, logLevel: 'silent' })
  const lineOf = (node: unknown) => Math.max(1, counter.linePos((node as Node | null)?.range?.[0] ?? 0).line)
  const [error] = document.errors
  if (error) return { fault: { line: counter.linePos(error.pos[0]).line, message: error.message.split('\n')[0]! } }
  const root = document.contents
  if (!isMap(root)) return { fault: { line: 1, message: 'The file holds no list of matches.' } }
  const variablesIn = (node: unknown): EspansoVariable[] =>
    listOf(node).map((item) => {
      const fields = mapOf(item)
      return { name: textIn(fields.get('name')) ?? '', type: textIn(fields.get('type')) ?? '', line: lineOf(item), params: mapOf(fields.get('params')) }
    })
  const matches = listOf(root.get('matches', true)).map((item): EspansoMatch => {
    const fields = mapOf(item)
    const texts = new Map([...fields].flatMap(([key, value]) => (textIn(value) === null ? [] : [[key, textIn(value)!] as const])))
    const trigger = texts.get('trigger')
    return {
      line: lineOf(item),
      triggers: [...(trigger === undefined ? [] : [trigger]), ...textsIn(fields.get('triggers'))],
      texts,
      keys: [...fields.keys()],
      searchTerms: textsIn(fields.get('search_terms')),
      formFields: mapOf(fields.get('form_fields')),
      variables: variablesIn(fields.get('vars')),
    }
  })
  const keys = root.items.map(({ key, value }) => ({ key: textIn(key) ?? '', line: lineOf(key), text: textIn(value) ?? textsIn(value).join(' ') }))
  return { matches, variables: variablesIn(root.get('global_vars', true)), keys }
}

export function textIn(node: unknown): string | null {
  return isScalar(node) ? String(node.value ?? '') : null
}

export function textsIn(node: unknown): string[] {
  return listOf(node).flatMap((item) => textIn(item) ?? [])
}

export function mapOf(node: unknown): Map<string, unknown> {
  return new Map(isMap(node) ? node.items.map(({ key, value }) => [textIn(key) ?? '', value]) : [])
}

function listOf(node: unknown): unknown[] {
  return isSeq(node) ? node.items : []
}

/** What a choice offers: plain texts, or records with a label and the text it stands for; one text holds a line for each. */
export function labelledValues(node: unknown): { label: string | undefined; text: string }[] {
  const lines = textIn(node)
  if (lines !== null) return lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ label: undefined, text: line.trim() }]))
  return listOf(node).flatMap((item) => {
    const label = textIn(mapOf(item).get('label')) ?? undefined
    const text = textIn(item) ?? textIn(mapOf(item).get('id')) ?? label
    return text === undefined ? [] : [{ label, text }]
  })
}

export const valuesIn = (node: unknown): string[] => labelledValues(node).map(({ text }) => text)
