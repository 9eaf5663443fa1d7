// The list of hashes over everything that a file tells, the one hash over that list, and what the hub signs.
import { type EvidenceContent, EvidenceFile, evidenceFormat, type PartHash } from '../../schema/evidence-file.ts'
import { canonicalJson } from '../canonical-json.ts'
import { logOf } from './log.ts'
import { partsOf } from './parts.ts'

/** Of a text its UTF-8; in lower-case hexadecimal digits. */
export type Sha256Of = (said: string | Uint8Array) => string

/** `signature` comes of the hub's key; `key` in SPKI, both in base64. */
export type Sign = (text: string) => { key: string; value: string }

/** With words before it, so that the signature can be taken for nothing else. */
export const signedText = (root: string): string => `Handrail evidence file ${evidenceFormat}\n${root}\n`

export function hashesOf(content: unknown, lastEntry: unknown, sha256: Sha256Of): PartHash[] {
  const parts = partsOf(content).map(({ part, name, value }) => ({ part, name, hash: sha256(canonicalJson(value)) }))
  return [...parts, { part: 'log', name: 'The log', hash: typeof lastEntry === 'string' ? lastEntry : '' }]
}

export const rootOf = (parts: unknown, sha256: Sha256Of): string => sha256(canonicalJson(parts ?? null))

export function sealed(content: EvidenceContent, sha256: Sha256Of, sign: Sign): EvidenceFile {
  const log = logOf(content, sha256)
  const parts = hashesOf(content, log.at(-1)?.hash, sha256)
  const root = rootOf(parts, sha256)
  // By the shape, so that its members stand in the order in which whoever reads the file will have them.
  return EvidenceFile.parse({ handrailEvidence: evidenceFormat, content, log, parts, root, signature: sign(signedText(root)) })
}
