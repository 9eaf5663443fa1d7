// What both sides can check an escalation by. Computed before a transaction, never inside one.
import { canonicalJson } from '../domain/canonical-json.ts'
import type { EscalationContent } from '../schema/escalation.ts'

/** SHA-256 of the canonical JSON, 64 hexadecimal digits. */
export async function contentHash(content: EscalationContent): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(content)))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
