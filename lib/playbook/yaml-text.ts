// YAML as people write it in front matter and site files: plain strings, lists and maps with their places. No types are guessed
// (`1042` and `yes` stay text), and anchors, aliases and tags are refused.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar, stringify, YAMLSeq } from 'yaml'
import { type Place, quoted, type Report } from './problem.ts'

export interface Yaml {
  root: Node | null
  placeOf(node: unknown): Place
}

const deepestIndent = 200
/** What happens to a pattern such as "\d{4}". */
const badEscape = 'Write the text in single quotes: in double quotes a backslash begins an escape.'

/** `firstLine` is the line of the file on which the YAML begins. */
export function readYaml(text: string, firstLine: number, report: Report): Yaml {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
  }
  const placeOf = (node: unknown): Place => at((node as Node | null)?.range?.[0] ?? 0)
  if (/[[{]{40}/.test(text.replace(/[^[\]{}]/g, '')) || new RegExp(`^ {${deepestIndent}}`, 'm').test(text)) {
    report.error({ line: firstLine, column: 1 }, 'yaml', 'The YAML is nested too deep.', 'Write it flat.')
    return { root: null, placeOf }
  }
  const document: Document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: true, logLevel: 'silent' })
  for (const fault of [...document.errors, ...document.warnings]) {
    const said = `The YAML cannot be read: ${fault.message.split('\n')[0]}`
    report.error(at(fault.pos[0]), 'yaml', said, fault.code === 'BAD_DQ_ESCAPE' ? badEscape : 'Check indentation, quotes and brackets on this line.')
  }
  return { root: document.errors.length > 0 ? null : document.contents, placeOf }
}

/** Text of a scalar, null for anything else; an empty value is ''. */
export function textOf(node: unknown): string | null {
  return isScalar(node) ? String(node.value ?? '') : null
}

/** The texts of a list, or of a single value. */
export function textsOf(node: unknown): { text: string; node: unknown }[] | null {
  const items = isSeq(node) ? node.items : [node]
  const texts = items.map((item) => ({ text: textOf(item), node: item }))
  return texts.every((item): item is { text: string; node: unknown } => item.text !== null) ? texts : null
}

export interface Pair {
  key: string
  keyNode: unknown
  value: unknown
}

export function pairsOf(node: unknown): Pair[] | null {
  if (!isMap(node)) return null
  return node.items.map((pair) => ({ key: textOf(pair.key) ?? '', keyNode: pair.key, value: pair.value }))
}

export function refuseAlias(node: unknown, yaml: Yaml, report: Report): void {
  if (!isAlias(node)) return
  report.error(
    yaml.placeOf(node),
    'yaml',
    `${quoted(`*${node.source}`)} is a reference; YAML references are not read.`,
    'Write the value out, or put it in quotes.',
  )
}

/** Canonical YAML: one line a value, no folding, texts quoted only where another reader would take them for something else. */
export function printYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, blockQuote: false, flowCollectionPadding: false, aliasDuplicateObjects: false })
}

/** A list that is written on one line: `[a, b]`. */
export function flow(texts: readonly string[]): YAMLSeq {
  const list = new YAMLSeq()
  list.items = texts.map((text) => new Scalar(text))
  list.flow = true
  return list
}
