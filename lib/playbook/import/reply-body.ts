// Plain text as the body of a snippet, which is Markdown: written in the first spelling that comes out of the snippet again as the same words.
import { renderSnippet } from '../../domain/render.ts'
import { name } from '../../schema/ids.ts'
import { plainLines } from '../markdown.ts'
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

const values = new Proxy({}, { getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 'x' }), get: () => 'x' }) as Record<
  string,
  string
>

function comesOut(spelling: string): string {
  return renderSnippet(spelling, values).text
}

function comesOutPlain(text: string): string {
  return text.replace(/\{\{[^{}]*\}\}/g, 'x').trim()
}

function withHardBreaks(text: string): string {
  return text.replace(/([^\n])\n(?=[^\n])/g, '$1  \n')
}

function escaped(text: string): string {
  return text.replace(/(?<!\{)[\\`*_[\]<>#+~|-](?!\})/g, '\\$&')
}
