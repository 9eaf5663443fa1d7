// How names, values and marks of a selector are spelled. The parser lets pass what a browser throws away: `#1a`, `[id=5]`, `a;b`.
import { quoted } from './problem.ts'

const letter = '[_a-zA-Z\\u0080-\\u{10ffff}]'
const sign = '[\\w\\u0080-\\u{10ffff}-]'
const word = `(?:--${sign}+|-?${letter}${sign}*)`
const attribute = new RegExp(`^\\[\\s*${word}\\s*(?:[~|^$*]?=\\s*(?:""\\s*(?:i\\s*)?|${word}\\s*(?:\\si\\s*)?))?\\]$`, 'u')
const plain = new RegExp(`^(?:[#.:]?${word}|\\*|[\\s>+~,()])*$`, 'u')
const odd = new RegExp(`[#.:]?(?:${sign}|[^\\w\\s>+~,()*#.:])+`, 'gu')
const fine = new RegExp(`^[#.:]?${word}$`, 'u')

/** Why a browser refuses the spelling, as a sentence, or null. The structure is checked elsewhere. */
export function spellingFault(selector: string): string | null {
  const texts = selector.replace(/\\(?:[\da-f]{1,6}\s?|[^\n])/gi, 'x').replace(/"[^"]*"|'[^']*'/g, (text) => (/[\n\r\f]/.test(text) ? '\n"' : '""'))
  if (texts.includes('\n"')) return 'The selector has a line break in quotes.'
  // An escape has become a letter that no count has.
  if (/:nth-[a-z-]+\([^()]*x/i.test(texts)) return 'The selector has a count that is written with a backslash.'
  for (const [block] of texts.matchAll(/\[[^\]]*\]/g)) {
    if (!attribute.test(block)) return `The selector has ${quoted(block)}; put the value in quotes.`
  }
  const rest = texts.replace(/\[[^\]]*\]/g, '').replace(/(:nth-[a-z-]+)\([^()]*\)/gi, '$1')
  if (plain.test(rest)) return null
  const [wrong] = [...rest.matchAll(odd)].find(([part]) => !fine.test(part)) ?? [rest]
  return /^[#.:]?-?\d/.test(wrong)
    ? `The selector has ${quoted(wrong)}; a name cannot begin with a digit, write [id="..."] or [class~="..."].`
    : `The selector has ${quoted(wrong)}, which is no name.`
}
