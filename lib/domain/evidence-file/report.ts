// What checking an evidence file found, for people and for programs.
import type { ChangeKind } from './list-changes.ts'

export interface Finding {
  /** As in the list of hashes; beside those `data`, `parts`, `root`, `signature`, `shape`, `page` and what was given. */
  part: string
  /** Of the part, as the list of hashes has it. */
  name: string
  kind: ChangeKind
  /** One whole sentence. */
  sentence: string
}

export interface EvidenceReport {
  /** `not-evidence`: it is no evidence file, or one of a version that is not known here. */
  verdict: 'intact' | 'changed' | 'not-evidence'
  /** What it says that it is; null where that cannot be read. */
  of: { number: number; title: string; madeAt: number; madeBy: string; team: string } | null
  /** What the list of hashes names, in its order. */
  parts: { part: string; name: string; isIntact: boolean }[]
  /** Whether the page shows what the data says; `unknown` where the data was changed itself, null where there is no page. */
  page: 'intact' | 'changed' | 'unknown' | null
  findings: Finding[]
  root: string | null
  /** As it stands in the file. */
  key: string | null
  /** The list of hashes is the one that this key signed, whatever became of the rest. */
  isListSigned: boolean
}

const becomes: Record<ChangeKind, string> = { changed: 'was changed', removed: 'was removed', moved: 'was moved', added: 'was added' }

export function found(part: string, name: string, kind: ChangeKind, sentence = `${name} ${becomes[kind]}.`): Finding {
  return { part, name, kind, sentence }
}
