// The log: whether each entry follows from the one before it, and whether it is the log of what the file tells.
import type { EvidenceContent } from '../../schema/evidence-file.ts'
import { canonicalJson } from '../canonical-json.ts'
import { listChanges } from './list-changes.ts'
import { logOf } from './log.ts'
import { logWords } from './log-words.ts'
import { list, member, without } from './loose.ts'
import { type Finding, found } from './report.ts'
import type { Sha256Of } from './seal.ts'

interface Placed {
  entry: unknown
  number: number
}

const placed = (entries: readonly unknown[]): Placed[] => entries.map((entry, at) => ({ entry, number: at + 1 }))
const bodyOf = ({ entry }: Placed) => canonicalJson(without(entry, 'before', 'hash') ?? null)
const kindOf = ({ entry }: Placed) => String(member(entry, 'kind'))
const nameOf = ({ entry, number }: Placed) => `Entry ${number} of the log, ${logWords(entry)},`

/** `content` null: what the file tells was changed itself, so that only the chain can speak for the log. */
export function logFindings(raw: unknown, content: EvidenceContent | null, sha256: Sha256Of): Finding[] {
  const stated = placed(list(raw, 'log'))
  if (content === null) return chainFindings(stated, sha256)
  const expected = placed(logOf(content, sha256))
  const changes = listChanges(expected, stated, bodyOf, kindOf)
  if (changes.length > 0)
    return changes.map(({ kind, entry }) => {
      const name = nameOf(entry)
      return found('log', name, kind, kind === 'changed' ? `${name} was changed, or what it tells of was.` : undefined)
    })
  return stated
    .filter(({ entry }, at) => canonicalJson(entry) !== canonicalJson(expected[at]?.entry))
    .map((one) => found('log', nameOf(one), 'changed', `The hashes of ${nameOf(one).replace(/^E/, 'e')} were changed.`))
}

function chainFindings(stated: Placed[], sha256: Sha256Of): Finding[] {
  return stated.flatMap((one, at): Finding[] => {
    const before = stated[at - 1]
    if (member(one.entry, 'hash') !== sha256(canonicalJson(without(one.entry, 'hash') ?? null))) return [found('log', nameOf(one), 'changed')]
    const isLinked = member(one.entry, 'before') === (before ? member(before.entry, 'hash') : null)
    return isLinked ? [] : [found('log', nameOf(one), 'moved', `${nameOf(one)} does not follow the one before it: one was removed, added or moved there.`)]
  })
}
