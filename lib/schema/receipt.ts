// Proof that a member saw or confirmed a playbook version.
import { Instant, Slug, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { z } from './z.ts'

export const ReceiptKind = z.enum(['seen', 'acknowledged'])
export type ReceiptKind = z.infer<typeof ReceiptKind>

export const Receipt = z.object({
  playbookId: Slug,
  version: z.int(),
  memberId: Uuid,
  kind: ReceiptKind,
  at: Instant,
  /** It was met on a case, on a site that is switched on; which one is not said. */
  onCase: z.optional(z.boolean()),
})
export type Receipt = z.infer<typeof Receipt>

/** How far one member has come with a playbook: the newest version of each kind. */
export const Reading = z.object({ member: MemberRef, seen: z.nullable(z.int()), confirmed: z.nullable(z.int()) })
export type Reading = z.infer<typeof Reading>
