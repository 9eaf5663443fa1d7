// The team's signing key: made when it is first needed, and never out of the database. Checks what such a key signed.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Sha256Of, Sign } from '../lib/domain/evidence-file/seal.ts'
import type { Tx } from './call.ts'

export const sha256Of: Sha256Of = (said) => createHash('sha256').update(said).digest('hex')

/** Two that need it at once get the same one. */
async function keysOf(tx: Tx, teamId: string, now: number): Promise<{ private_key: Buffer; public_key: Buffer }> {
  const known = () => tx.selectFrom('signing_keys').select(['private_key', 'public_key']).where('team_id', '=', teamId).executeTakeFirst()
  const found = await known()
  if (found) return found
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  })
  await tx
    .insertInto('signing_keys')
    .values({ team_id: teamId, private_key: privateKey, public_key: publicKey, made_at: now })
    .onConflict((clash) => clash.doNothing())
    .execute()
  return (await known()) ?? { private_key: privateKey, public_key: publicKey }
}

export async function publicKeyOf(tx: Tx, teamId: string, now: number): Promise<string> {
  return (await keysOf(tx, teamId, now)).public_key.toString('base64')
}

export async function signerOf(tx: Tx, teamId: string, now: number): Promise<Sign> {
  const { private_key, public_key } = await keysOf(tx, teamId, now)
  const key = createPrivateKey({ key: private_key, format: 'der', type: 'pkcs8' })
  return (text) => ({ key: public_key.toString('base64'), value: sign(null, Buffer.from(text), key).toString('base64') })
}

/** The same bytes written otherwise in base64 count as another key, and as another signature. */
export function isSigned(text: string, key: string, signature: string): boolean {
  const [keyBytes, signed] = [key, signature].map((base64) => Buffer.from(base64, 'base64')) as [Buffer, Buffer]
  if (keyBytes.toString('base64') !== key || signed.toString('base64') !== signature) return false
  try {
    const publicKey = createPublicKey({ key: keyBytes, format: 'der', type: 'spki' })
    return publicKey.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), publicKey, signed)
  } catch {
    return false
  }
}
