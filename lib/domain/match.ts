// Which playbooks fit the page, best first, and why. Deterministic: the same facts give the same list and the same sentences.
import type { CaseField, Match } from '../schema/case.ts'
import type { PlaybookVersion, Trigger } from '../schema/playbook.ts'
import { globMatches } from './glob.ts'
import { indexWords, termOccurs, type WordIndex } from './words.ts'

interface Facts {
  url: string
  fields: CaseField[]
  text: string
}
interface Hit {
  kind: Trigger['kind']
  score: number
  reason: string
}

/** A case field is said by the application itself, so it outweighs any number of words on the page. */
const weights = { field: 10, url: 4, firstTerm: 3, nextTerm: 1, mostTerms: 6 }

export function matchPlaybooks(playbooks: PlaybookVersion[], facts: Facts): Match[] {
  const index = indexWords(facts.text)
  const matches: Match[] = []
  for (const playbook of playbooks) {
    const { triggers, title, severity, queue } = playbook.document
    const hits = triggers.flatMap((trigger) => hitOf(trigger, facts, index) ?? []).sort((a, b) => b.score - a.score)
    if (hits.length === 0) continue
    matches.push({
      playbookId: playbook.id,
      version: playbook.version,
      title,
      severity,
      score: hits.reduce((sum, hit) => sum + hit.score, 0),
      queue,
      isByField: hits.some(({ kind }) => kind === 'field'),
      reasons: hits.map((hit) => hit.reason.slice(0, 300)),
    })
  }
  return matches.sort((a, b) => b.score - a.score || (a.severity ?? 'S9').localeCompare(b.severity ?? 'S9') || a.playbookId.localeCompare(b.playbookId))
}

function hitOf(trigger: Trigger, facts: Facts, index: WordIndex): Hit | null {
  switch (trigger.kind) {
    case 'url':
      return globMatches(trigger.pattern, facts.url) ? { kind: 'url', score: weights.url, reason: `the address matches ${trigger.pattern}` } : null
    case 'field': {
      const field = facts.fields.find(({ name }) => name === trigger.field)
      if (!field || !trigger.is.some((wanted) => same(wanted, field.value))) return null
      return { kind: 'field', score: weights.field, reason: `${field.label} is ${field.value}` }
    }
    case 'keywords': {
      const found = trigger.terms.filter((term) => termOccurs(term, index))
      if (found.length === 0) return null
      const score = Math.min(weights.mostTerms, weights.firstTerm + (found.length - 1) * weights.nextTerm)
      return { kind: 'keywords', score, reason: `the page says ${listed(found.slice(0, 3).map(quoted))}` }
    }
  }
}

const same = (a: string, b: string) => fold(a) === fold(b)
const fold = (value: string) => value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
const quoted = (term: string) => {
  const near = /^near:\d+\s+(.+)$/i.exec(term)
  return near ? `“${near[1]!.split(/\s+/).join('” near “')}”` : `“${term}”`
}
const listed = (items: string[]) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)
