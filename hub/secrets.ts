// Tokens and invite codes: made here, shown once, stored only as SHA-256.
import { createHash } from 'node:crypto'

export type RandomBytes = (size: number) => Uint8Array

/** No 0/O, 1/I: a code can be read out on the phone. 32 signs, so five bits of each byte are used evenly. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
export const sha256Hex = (text: string): string => sha256(text).toString('hex')

export const newToken = (random: RandomBytes): string => Buffer.from(random(32)).toString('base64url')

/** Four groups of four: `7KQM-2XWA-…`, 80 random bits. */
export function newInviteCode(random: RandomBytes): string {
  const signs = Array.from(random(16), (byte) => alphabet[byte & 31]).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/** As typed by a person: a whole link, lower case, spaces or no hyphens are all fine. */
export function inviteHash(typed: string): Buffer {
  const code = typed.slice(typed.lastIndexOf('#') + 1)
  return sha256(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
}

export const inviteUrl = (hubUrl: string, code: string): string => `${hubUrl}/join#${code}`
