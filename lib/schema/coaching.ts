// A lead's note to one member, about an escalation or in general: between that member and the leads, nobody else.
import { Instant, limits, name, text, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { z } from './z.ts'

/** What a lead writes. */
export const CoachingDraft = z.object({ memberId: Uuid, escalationId: z.nullable(Uuid), text: name(limits.note) })
export type CoachingDraft = z.infer<typeof CoachingDraft>

/** `read` without a word, or an answer. */
export const CoachingReply = z.object({ id: Uuid, at: Instant, text: text(limits.reason) })
export type CoachingReply = z.infer<typeof CoachingReply>

/** The hub's record; `revision` is 1 + the number of replies. The first reply says that it was read. */
export const CoachingNote = z.object({
  content: z.object({
    id: Uuid,
    to: MemberRef,
    by: MemberRef,
    /** The escalation it is about. */
    about: z.nullable(z.object({ id: Uuid, number: z.int(), title: text(limits.title) })),
    text: name(limits.note),
    at: Instant,
  }),
  revision: z.int(),
  replies: z.array(CoachingReply),
})
export type CoachingNote = z.infer<typeof CoachingNote>

/** As its reader has it on this device: `waiting` is what was replied and the hub does not have yet. */
export const ReceivedNote = z.object({ note: CoachingNote, waiting: z.nullable(CoachingReply) })
export type ReceivedNote = z.infer<typeof ReceivedNote>
