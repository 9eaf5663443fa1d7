// UUIDv7 (RFC 9562): made on the client, sorts by time, never expires as an idempotency key.
import { toHex } from './base64.ts'

/** `now` in milliseconds since 1970 UTC, at least ten random bytes. */
export function uuidv7(now: number, randomBytes: Uint8Array): string {
  if (randomBytes.length < 10) throw new RangeError('uuidv7 needs ten random bytes')
  const bytes = new Uint8Array(16)
  let rest = Math.floor(now)
  for (let index = 5; index >= 0; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(randomBytes.subarray(0, 10), 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The same id for the same two: what is sent again under it is the same command. UUID version 8, from a UUID and a hash of at least 32 digits. */
export function uuidOf(id: string, hash: string): string {
  const digits = id.replace(/-/g, '')
  const mixed = Array.from(digits, (digit, at) => (Number.parseInt(digit, 16) ^ Number.parseInt(hash.charAt(at), 16)).toString(16)).join('')
  const hex = `${mixed.slice(0, 12)}8${mixed.slice(13, 16)}a${mixed.slice(17)}`
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
