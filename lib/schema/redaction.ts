// What a team says about masking, one document of the team published like a snippet, and the kinds of what was masked.
import { Instant, name, Sha256 } from './ids.ts'
import { z } from './z.ts'

/** `id`: a number of a national register. `rule`: found by a pattern of the team. */
export const maskKinds = ['card', 'iban', 'key', 'token', 'password', 'code', 'id', 'email', 'phone', 'rule'] as const
export type MaskKind = (typeof maskKinds)[number]

/** How many of each kind were masked; kinds that were not met are absent. */
export const MaskedKinds = z.partialRecord(z.enum(maskKinds), z.int())
export type MaskedKinds = z.infer<typeof MaskedKinds>

export const redactionLimits = { rules: 50, keep: 200, name: 40, word: 100, pattern: 300 } as const

/** Linear-time, as site profiles have them. */
const Pattern = name(redactionLimits.pattern)

export const RedactionRules = z.object({
  /** Whether e-mail addresses, and phone numbers, are masked in what is said of a case. */
  email: z.boolean(),
  phone: z.boolean(),
  /** Masked beside what always is: "[loyalty card removed]". */
  mask: z.array(z.object({ name: name(redactionLimits.name), pattern: Pattern })).check(z.maxLength(redactionLimits.rules)),
  /** Never masked: these words or ids, whole mail domains ("@shop.example"), and all that one of the patterns matches from end to end. */
  keep: z.array(z.union([name(redactionLimits.word), z.object({ pattern: Pattern })])).check(z.maxLength(redactionLimits.keep)),
})
export type RedactionRules = z.infer<typeof RedactionRules>

export const Redaction = z.object({ version: z.int().check(z.gte(1)), hash: Sha256, rules: RedactionRules, publishedAt: Instant })
export type Redaction = z.infer<typeof Redaction>
