// What is new for one member: versions, coaching notes, and what became of own flags.
import { ReceivedNote } from './coaching.ts'
import { OwnFlag } from './flag.ts'
import { Instant, name, Slug, text } from './ids.ts'
import { MemberRef } from './member.ts'
import { z } from './z.ts'

/** A version that this member does not know yet, or once did not. */
export const VersionNews = z.object({
  playbookId: Slug,
  version: z.int(),
  title: name(200),
  note: text(500),
  by: MemberRef,
  at: Instant,
  /** The version to compare it with; null for a playbook that is new to this member. */
  since: z.nullable(z.int()),
  isOwed: z.boolean(),
  /** This member has worked with it on a case already. */
  isMet: z.boolean(),
})
export type VersionNews = z.infer<typeof VersionNews>

/** `version:<playbook>:<number>`, `flag:<id>:<answer>`, `note:<id>`. */
export const NewsKey = name(200)
export type NewsKey = z.infer<typeof NewsKey>

/** `read` are the keys of what this member has put behind. */
export const News = z.object({
  versions: z.array(VersionNews),
  flags: z.array(OwnFlag),
  notes: z.array(ReceivedNote),
  read: z.array(NewsKey),
  /** How many pieces of it are new. */
  unread: z.int(),
  /** On other cases, too: questions of leads that are not answered, and cases that colleagues hand to this member. */
  waiting: z.optional(z.object({ asked: z.int(), handed: z.int() })),
})
export type News = z.infer<typeof News>
export const noNews: News = { versions: [], flags: [], notes: [], read: [], unread: 0 }
