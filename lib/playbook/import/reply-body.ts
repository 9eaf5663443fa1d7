// Plain text as the body of a snippet, which is Markdown: written in the first spelling that comes out of the snippet again as the same words.
import { name } from '../../schema/ids.ts'
import { plainLines } from '../markdown.ts'
import { flatten } from '../snippet/flatten.ts'
import { parseSnippet, printSnippet } from '../snippet-file.ts'
import { withoutStrayBraces } from './placeholders.ts'

const body = name(20_000)

/** Null where no spelling is a snippet. `isExact` is false where line ends or signs will not come out as they went in. */
export function replyBody(text: string): { body: string; isExact: boolean } | null {
  const clean = withoutStrayBraces(plainLines(text).replace(/[^\S\n]+$/gm, ''))
    .replace(/^(?:[\t ]*\n)+/, '')
    .trimEnd()
  if (clean === '') return null
  if (clean.length <= 20_000 && ordinary.test(clean)) return { body: clean, isExact: true }
  const wanted = comesOutPlain(clean)
  let sound: string | null = null
  for (const spell of spellings) {
    const spelling = spell(clean)
    if (!isSound(spelling)) continue
    if (comesOut(spelling) === wanted) return { body: spelling, isExact: true }
    sound ??= spelling
  }
  return sound === null ? null : { body: sound, isExact: false }
}

/** One line of words that Markdown reads as they stand; most tables hold nothing else, and reading each of them takes long. */
const ordinary = /^[\p{L}][\p{L}\p{N} ,.?'’]*$/u

/** Text that is Markdown already, such as what HTML was turned into. */
export function htmlBody(markdown: string): { body: string; isExact: boolean } | null {
  const clean = withoutStrayBraces(markdown).trim()
  return isSound(clean) ? { body: clean, isExact: true } : replyBody(clean)
}

const spellings: ((text: string) => string)[] = [
  (text) => text,
  withHardBreaks,
  (text) => withHardBreaks(escaped(text)),
  (text) => (text.includes('`') || text.includes('\n') ? `\`\`\`\`\n${text}\n\`\`\`\`` : `\`${text}\``),
]

function isSound(spelling: string): boolean {
  if (!body.safeParse(spelling).success) return false
  const read = parseSnippet(printSnippet({ title: 'a', tags: [], body: spelling }))
  return read.draft?.body === spelling
}

/** Every part in braces stands for one sign here: what it says is not the text's. */
const asSign = (text: string) => text.replace(/\{\{[^{}\n]*\}\}/g, 'x')
const comesOut = (spelling: string) => flatten(asSign(spelling)).trim()
const comesOutPlain = (text: string) => asSign(text).trim()

function withHardBreaks(text: string): string {
  return text.replace(/([^\n])\n(?=[^\n])/g, '$1  \n')
}

function escaped(text: string): string {
  // Split keeps the parts in braces at the odd places; they are no Markdown.
  return text
    .split(/(\{\{[^{}\n]*\}\})/)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(/[\\`*_[\]<>#+~|-]/g, '\\$&')))
    .join('')
}
