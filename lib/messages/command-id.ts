// The idempotency key of one command, made where the person clicked, so that a retry is the same command. UUID version 7.

export function commandId(now: number, bytes: Uint8Array): string {
  const key = Uint8Array.from(bytes.subarray(0, 16))
  for (let at = 0; at < 6; at += 1) key[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256
  key[6] = (key[6]! & 0x0f) | 0x70
  key[8] = (key[8]! & 0x3f) | 0x80
  const hex = Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
