// What both sides can check an escalation or a picture by. Computed before a transaction, never inside one.
import { toHex } from '../domain/base64.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { EscalationContent } from '../schema/escalation.ts'

/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
export function contentHash(content: EscalationContent): Promise<string> {
  return hashOf(new TextEncoder().encode(canonicalJson(content)))
}

/** SHA-256, 64 hexadecimal digits. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
