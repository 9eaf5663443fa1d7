// What a team adds to masking, and what it keeps out of it. Patterns are linear-time; one that cannot be used finds nothing.
import type { RedactionRules } from '../schema/redaction.ts'
import type { Rule } from './mask-rule.ts'
import { patternSpans } from './pattern.ts'

/** What an earlier rule put in place: nothing inside it is a secret any more. */
const placed = /\[(?:e-mail at [^[\]]{1,255}|[^[\]]{1,60} ending \w{2,4}|(?:[^[\]]{1,60} )?removed)\]/g

export function teamRules(rules: RedactionRules['mask']): Rule[] {
  return rules.map(({ name, pattern }) => {
    const spans = patternSpans(pattern)
    const find: Rule['find'] = (text) => {
      const masks = [...text.matchAll(placed)].map((match) => ({ at: match.index, end: match.index + match[0].length }))
      const isFree = ({ at, end }: { at: number; end: number }) => end > at && !masks.some((mask) => at < mask.end && end > mask.at)
      return (spans?.(text) ?? []).filter(isFree).map((span) => ({ ...span, mask: `[${name} removed]` }))
    }
    return { kind: 'rule', find }
  })
}

const folded = (text: string) => text.trim().toLowerCase()

/** Says whether the team keeps what would be masked: the same word or id, an address at its domain, or a pattern from end to end. */
export function isKept(keep: RedactionRules['keep']): (secret: string) => boolean {
  const words = new Set(keep.flatMap((entry) => (typeof entry === 'string' ? [folded(entry)] : [])))
  const patterns = keep.flatMap((entry) => (typeof entry === 'string' ? [] : [patternSpans(entry.pattern)]))
  return (secret) => {
    const said = folded(secret)
    const domain = said.lastIndexOf('@')
    if (words.has(said) || (domain > 0 && words.has(said.slice(domain)))) return true
    return patterns.some((spans) => spans?.(secret).some(({ at, end }) => at === 0 && end === secret.length))
  }
}
