// The words around a selection, and an address that leads back to it. Both are made from what a page said: capped, and never followed by itself.
import { limits } from '../schema/ids.ts'

const reach = 300
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The sentences that the selection stands in; empty where they add nothing, or where the text does not hold it. */
export function sentenceAround(selection: string, text: string): string {
  const [wanted, whole] = [plain(selection), plain(text)]
  const at = wanted === '' ? -1 : whole.indexOf(wanted)
  if (at < 0) return ''
  const end = at + wanted.length
  const before = whole.slice(Math.max(0, at - reach), at)
  const after = whole.slice(end, end + reach)
  const start = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark) + mark.length).filter((index) => index > 1), 0)
  const stop = /[.!?](?= |$)/.exec(after)
  const isEnded = /[.!?]$/.test(wanted)
  const around = `${before.slice(start)}${wanted}${isEnded ? '' : after.slice(0, stop ? stop.index + 1 : reach)}`.trim()
  return around === wanted ? '' : around.slice(0, limits.around)
}

/** The address with a text fragment, which browsers that know it scroll to; the plain address for words that were masked. Null for no page. */
export function addressOfWords(url: string, words: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  const parts = plain(words).split(' ')
  if (/\[[^\]]*(?:removed|ending)/.test(words)) return url
  const part = (some: string[]) => encodeURIComponent(some.join(' ')).replace(/-/g, '%2D')
  const range = parts.length > 8 ? `${part(parts.slice(0, 4))},${part(parts.slice(-4))}` : part(parts)
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${range}`
}
