// The body of a snippet to its parts. Never throws and never loses a word: what cannot be read stays in the text, with a fault beside it.
import type { SnippetPart } from './part.ts'
import { mostOf } from './part.ts'
import { readTag, type Tag } from './read-tag.ts'

export interface PartFault {
  /** Offset in the body. */
  at: number
  code: 'variable' | 'part' | 'condition' | 'open-part' | 'too-many-parts'
  message: string
  fix: string
}

export interface SnippetReading {
  parts: SnippetPart[]
  faults: PartFault[]
}

type Block = Extract<SnippetPart, { parts: SnippetPart[] }>
interface Open {
  block: Block
  into: SnippetPart[]
  at: number
}

/** Of more than two braces the last two begin a part: a text may end in one. */
const braces = /\{\{(?!\{)([^{}\n]*)(\}\})?/g

export function readParts(body: string): SnippetReading {
  const faults: PartFault[] = []
  const root: SnippetPart[] = []
  const open: Open[] = []
  const into = () => open.at(-1)?.into ?? root
  const options = new Map<string, string>()
  const labels = new Set<string>()
  let count = 0
  let done = 0

  function text(until: number) {
    if (until <= done) return
    const last = into().at(-1)
    const words = body.slice(done, until)
    if (last?.kind === 'text') last.text += words
    else into().push({ kind: 'text', text: words })
    done = until
  }
  const fault = (at: number, code: PartFault['code'], message: string, fix: string) => void faults.push({ at, code, message, fix })

  function put(tag: Tag, at: number, source: string): boolean {
    switch (tag.kind) {
      case 'open-optional':
      case 'open-if': {
        if (open.length >= mostOf.depth) {
          fault(at, 'too-many-parts', `Parts stand more than ${mostOf.depth} levels deep.`, 'Move this part out of the others.')
          return false
        }
        const block: Block =
          tag.kind === 'open-if'
            ? { kind: 'if', when: tag.when, parts: [], otherwise: null }
            : { kind: 'optional', label: tag.label, isOn: tag.isOn, parts: [] }
        if (tag.kind === 'open-optional') labels.add(`optional:${tag.label}`)
        into().push(block)
        open.push({ block, into: block.parts, at })
        return true
      }
      case 'else': {
        const last = open.at(-1)
        if (last?.block.kind !== 'if' || last.block.otherwise) {
          fault(at, 'part', '{{else}} stands outside of {{if: ...}}, or a second time in it.', 'Remove it, or put it between {{if: ...}} and {{end}}.')
          return stray('else')
        }
        last.block.otherwise = []
        last.into = last.block.otherwise
        return true
      }
      case 'end':
        if (open.pop()) return true
        fault(at, 'part', 'There is nothing that {{end}} could end.', 'Remove it, or write {{optional: ...}} or {{if: ...}} before it.')
        return stray('end')
      case 'choose': {
        const said = tag.options.join('|')
        const before = options.get(tag.label)
        options.set(tag.label, before ?? said)
        if (before !== undefined && before !== said)
          fault(at, 'part', `The question "${tag.label}" stands here with other texts to choose from.`, 'Give it other words, or the same texts.')
      }
    }
    if (tag.kind === 'choose' || tag.kind === 'ask') labels.add(`${tag.kind}:${tag.label}`)
    if (tag.kind === 'cursor' && source.length !== 0 && hasCursor(root))
      fault(at, 'part', 'A second {{cursor}}: the cursor can stand in one place only.', 'Remove one of them.')
    into().push(tag as SnippetPart)
    return true
  }
  /** Snippets of before there were parts may hold a field of this name. */
  function stray(field: string): boolean {
    into().push({ kind: 'field', field, fallback: null })
    return true
  }

  for (const found of body.matchAll(braces)) {
    const [source, inside = '', close] = found
    const at = found.index
    count += 1
    if (count > mostOf.parts) {
      fault(at, 'too-many-parts', `The snippet has more than ${mostOf.parts} parts in braces.`, 'Split it into several snippets.')
      break
    }
    const tag = close
      ? readTag(inside)
      : { fault: `${JSON.stringify(source.trim().slice(0, 60))} is not closed.`, at: -2, fix: 'Close it with }} on the same line.' }
    text(at)
    if ('fault' in tag) {
      const code = /^\s*if\s*:/i.test(inside) ? 'condition' : /[:,+]/.test(inside) ? 'part' : 'variable'
      fault(at + 2 + tag.at, code, tag.fault, tag.fix)
    } else if (put(tag, at, source)) done = at + source.length
  }
  text(body.length)
  for (const { block, at } of open) {
    const name = block.kind === 'if' ? '{{if: ...}}' : `{{optional: ${block.label}}}`
    fault(at, 'open-part', `${name} is not ended.`, 'Write {{end}} behind what belongs to it.')
  }
  if (labels.size > mostOf.questions)
    fault(0, 'too-many-parts', `The snippet asks ${labels.size} questions; ${mostOf.questions} are allowed.`, 'Split it into several snippets.')
  return { parts: root, faults: faults.toSorted((a, b) => a.at - b.at) }
}

function hasCursor(parts: readonly SnippetPart[]): boolean {
  return parts.some((part) => part.kind === 'cursor' || ('parts' in part && (hasCursor(part.parts) || (part.kind === 'if' && hasCursor(part.otherwise ?? [])))))
}
