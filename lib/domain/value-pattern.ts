// A regular expression that finds a value in the text around it, by what stands before and behind. Numbers around it may be any.
import { escaped } from './site-guess.ts'

/** Longer than this, what is around the value is no fixed phrase. */
const longestAround = 80

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()
const loose = (text: string) => escaped(text).replace(/\d+/g, '\\d+')

/** Undefined where the value is the whole text; null where it does not stand in it, or nothing fixed stands around it. */
export function patternFor(value: string, raw: string): string | null | undefined {
  const text = squeezed(raw)
  const wanted = squeezed(value)
  if (text === wanted) return undefined
  const at = text.indexOf(wanted)
  if (wanted === '' || at < 0) return null
  const before = text.slice(0, at)
  const behind = text.slice(at + wanted.length)
  if (before.length + behind.length > longestAround) return null
  const group = /^\d+$/.test(wanted) ? '(\\d+)' : /\s/.test(wanted) ? '(.+)' : '(\\S+)'
  return `^${loose(before)}${group}${loose(behind)}$`
}

/** What somebody most likely means who points at "Category: Counterfeit": the text behind the words that say what it is. */
export function likelyValue(text: string): string {
  return /^\p{L}[^:：\d]{0,38}[:：] ?(\S.*)$/u.exec(text)?.[1] ?? text
}
