// The list of hashes against what the file tells, and the root hash against the list.
import { canonicalJson, isSame } from '../canonical-json.ts'
import { listChanges } from './list-changes.ts'
import { list, member, said } from './loose.ts'
import { type Finding, found } from './report.ts'
import { hashesOf, rootOf, type Sha256Of } from './seal.ts'

const keyOf = (line: unknown) => canonicalJson(line ?? null)
const sortOf = (line: unknown) => said(member(line, 'part'))
const nameOf = (line: unknown) => said(member(line, 'name')) || 'A part without a name'

/** Where the root says that the list is what it was, the list knows what was changed; where it says that of what is told, the list was. */
export function partFindings(raw: unknown, sha256: Sha256Of): Finding[] {
  const [stated, root] = [list(raw, 'parts'), said(member(raw, 'root'))]
  const told: unknown[] = hashesOf(member(raw, 'content'), member(list(raw, 'log').at(-1), 'hash'), sha256)
  const sealed = rootOf(stated, sha256)
  const ofContent = () => listChanges(stated, told, keyOf, sortOf).map(({ kind, entry }) => found(sortOf(entry) || 'rest', nameOf(entry), kind))
  if (sealed === root) return ofContent()
  if (rootOf(told, sha256) === root) {
    const sentence = (name: string) => `The list of hashes was changed, at “${name}”; what the file tells there is what it told.`
    // What the file tells is what it was, so any other line took the place of one.
    return listChanges(told, stated, keyOf, () => '').map(({ kind, entry }) => found('parts', 'The list of hashes', kind, sentence(nameOf(entry))))
  }
  if (isSame(stated, told)) return [found('root', 'The root hash', 'changed', `The root hash was changed: of this list of hashes it is ${sealed}.`)]
  return [...ofContent(), found('parts', 'The list of hashes', 'changed', 'The list of hashes was changed, too: it does not have the root hash of the file.')]
}
