// Values of attributes that are more than a word: quoted texts, lists, numbers. To data and back.

const bare = /^[\p{L}\p{N}_.@/#*+\\-]+(?: [\p{L}\p{N}_.@/#*+\\-]+)*$/u
const figure = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** A text as it stands, or in quotes with `\"` and `\\`. Line breaks and runs of blanks count as one blank outside quotes. Null where the quotes are wrong. */
export function readText(source: string): string | null {
  if (!source.includes('"')) return source.replace(/\s+/g, ' ').trim()
  try {
    const value: unknown = JSON.parse(source.trim().replace(/[\n\r\t]/g, ' '))
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

export function printText(text: string): string {
  return bare.test(text) ? text : JSON.stringify(text)
}

/** `[a, "b, c"]`; null where the brackets or quotes are wrong. */
export function readList(source: string): string[] | null {
  const inner = /^\[([\s\S]*)\]$/.exec(source.trim())?.[1]
  if (inner === undefined) return null
  const parts = inner.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []
  const rest = inner.replace(/"(?:[^"\\]|\\.)*"/g, '')
  if (rest.includes('"') || rest.split(',').length !== parts.length) return null
  const texts = parts.map(readText)
  return texts.includes(null) ? null : (texts as string[])
}

export function printList(texts: readonly string[]): string {
  return `[${texts.map(printText).join(', ')}]`
}

/** A finite number; zero has no sign. */
export function readNumber(source: string): number | null {
  const value = figure.test(source) ? Number(source) : Number.NaN
  return Number.isFinite(value) ? value + 0 : null
}
