// Regular expressions of site profiles and triggers: linear-time (re2), so that a hostile page or profile cannot hang the worker.
import { RE2JS } from 're2js'

const maxLength = 300
/** `\p{Greek}`, but not `\p{L}` or `\p{Lu}`: the build leaves the tables of scripts out, so nobody may count on them. */
const script = /\\[pP]\{\^?(?!(?:L[CClmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|C[cfos]?|Any)\})([^}]*)\}/

/** Why the pattern cannot be used, as a sentence, or null. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > maxLength) return `The pattern is longer than ${maxLength} characters.`
  const named = script.exec(pattern)?.[1]
  if (named !== undefined) return `The pattern cannot be read: "${named}" is no class of letters here. Write \\p{L} for any letter, or the letters themselves.`
  try {
    RE2JS.compile(pattern)
    return null
  } catch (error) {
    return `The pattern cannot be read: ${error instanceof Error ? error.message : String(error)}.`
  }
}

/** First group of the first match, or the whole match where there is no group; null without a match or with a faulty pattern. */
export function firstGroup(pattern: string, value: string): string | null {
  if (patternFault(pattern) !== null) return null
  const matcher = RE2JS.compile(pattern).matcher(value)
  if (!matcher.find()) return null
  return matcher.group(matcher.groupCount() > 0 ? 1 : 0) ?? null
}

/** Says whether the pattern is found anywhere in a value, read once for many values; null where it cannot be used. */
export function patternTest(pattern: string): ((value: string) => boolean) | null {
  if (patternFault(pattern) !== null) return null
  const compiled = RE2JS.compile(pattern)
  return (value) => compiled.matcher(value).find()
}

/** Where the pattern stands in a text, from left to right, without overlaps; null where it cannot be used. */
export function patternSpans(pattern: string): ((text: string) => { at: number; end: number }[]) | null {
  if (patternFault(pattern) !== null) return null
  const compiled = RE2JS.compile(pattern)
  return (text) => {
    const spans: { at: number; end: number }[] = []
    const matcher = compiled.matcher(text)
    while (matcher.find()) spans.push({ at: matcher.start(), end: matcher.end() })
    return spans
  }
}
