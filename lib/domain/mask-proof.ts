// The free text of a piece of evidence, masked by whoever counts what was masked.
import { limits } from '../schema/ids.ts'
import type { Proof } from '../schema/proof.ts'

/** Masking twice changes nothing. */
export function maskProof(proof: Proof, mask: (text: string, most: number) => string, maskAddress: (url: string, most: number) => string): Proof {
  if (proof.kind === 'note') return { ...proof, text: mask(proof.text, limits.proof) }
  const place = { url: maskAddress(proof.url, limits.url), title: mask(proof.title, limits.title) }
  if (proof.kind !== 'selection') return { ...proof, ...place }
  return { ...proof, ...place, text: mask(proof.text, limits.proof), around: mask(proof.around, limits.around) }
}
