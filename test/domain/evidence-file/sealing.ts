// Sealing and checking in tests, by a key that lives as long as its file.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { isSigned } from '../../../hub/signing.ts'
import { evidencePage } from '../../../lib/domain/evidence-file/page.ts'
import { type Sha256Of, type Sign, sealed } from '../../../lib/domain/evidence-file/seal.ts'
import { verifyEvidence } from '../../../lib/domain/evidence-file/verify.ts'
import type { EvidenceContent, EvidenceFile } from '../../../lib/schema/evidence-file.ts'

export const sha256: Sha256Of = (said) => createHash('sha256').update(said).digest('hex')

export function newSigner(): Sign {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  return (text) => ({ key, value: sign(null, Buffer.from(text), privateKey).toString('base64') })
}

export const signer = newSigner()
export const seal = (content: EvidenceContent, by: Sign = signer): EvidenceFile => sealed(content, sha256, by)
export const pageOf = (file: EvidenceFile): string => evidencePage(file, sha256)
export const verify = (text: string, given: { key?: string; root?: string } = {}) => verifyEvidence(text, { sha256, isSigned, ...given })
