// Proof that a member saw or confirmed a playbook version.
import { Instant, Slug, Uuid } from './ids.ts'
import { z } from './z.ts'

export const ReceiptKind = z.enum(['seen', 'acknowledged'])
export type ReceiptKind = z.infer<typeof ReceiptKind>

export const Receipt = z.object({ playbookId: Slug, version: z.int(), memberId: Uuid, kind: ReceiptKind, at: Instant })
export type Receipt = z.infer<typeof Receipt>
