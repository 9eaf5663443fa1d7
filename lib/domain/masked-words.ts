// Says of which kinds the masked secrets of an escalation are.
import type { EscalationContent } from '../schema/escalation.ts'
import { type MaskKind, maskKinds } from '../schema/redaction.ts'

const words: Record<MaskKind, string> = {
  card: 'card number',
  iban: 'IBAN',
  key: 'key',
  token: 'token',
  password: 'password',
  code: 'one-time code',
  id: 'national id',
  email: 'e-mail address',
  phone: 'phone number',
  rule: 'find of your team’s rules',
}
const plural = (word: string) => (word.startsWith('find') ? word.replace('find', 'finds') : word.endsWith('s') ? `${word}es` : `${word}s`)

/** "1 card number, 2 e-mail addresses"; "2 secrets" where the version that wrote it did not count kinds. Null where nothing was masked. */
export function maskedWords({ maskedCount, masked = {} }: Pick<EscalationContent, 'maskedCount' | 'masked'>): string | null {
  if (maskedCount === 0) return null
  const said = maskKinds.flatMap((kind) => (masked[kind] ? [`${masked[kind]} ${masked[kind] === 1 ? words[kind] : plural(words[kind])}`] : []))
  return said.length > 0 ? said.join(', ') : maskedCount === 1 ? '1 secret' : `${maskedCount} secrets`
}
