// Unsent commands on this device: each is one call of one route, repeated until the hub answers for good.
import { Instant, name, text, Uuid } from './ids.ts'
import { z } from './z.ts'

/** The commands that may wait; the others need an answer while the person looks at the screen. */
export const OutboxRoute = z.enum([
  'escalate',
  'amend',
  'withdraw',
  'answer',
  'see',
  'receipt',
  'run',
  'siteHealth',
  'handOver',
  'counts',
  'flag',
  'heed',
  'image',
])
export type OutboxRoute = z.infer<typeof OutboxRoute>

export const OutboxRow = z.object({
  /** Idempotency key of the command. */
  id: Uuid,
  /** Counts up on this device, never reused: the high-water mark compares it. */
  order: z.int(),
  route: OutboxRoute,
  params: z.record(name(20), text(200)),
  body: z.unknown(),
  /** It leaves only under this member; null while nobody ever joined. */
  memberId: z.nullable(Uuid),
  createdAt: Instant,
  sendAfter: Instant,
  attempts: z.int(),
  nextAttemptAt: Instant,
  state: z.enum(['waiting', 'refused']),
  problem: z.nullable(text(500)),
})
export type OutboxRow = z.infer<typeof OutboxRow>
