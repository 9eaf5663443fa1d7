// Words that mean the same to a team, for the search: one document of the team, published like a snippet.
import { Instant, name, Sha256 } from './ids.ts'
import { z } from './z.ts'

export const synonymLimits = { lists: 300, words: 20, word: 60 } as const

export const SynonymLists = z
  .array(z.array(name(synonymLimits.word)).check(z.minLength(2), z.maxLength(synonymLimits.words)))
  .check(z.maxLength(synonymLimits.lists))
export type SynonymLists = z.infer<typeof SynonymLists>

/** The file before it is published. */
export const SynonymsDraft = z.object({ lists: SynonymLists })
export type SynonymsDraft = z.infer<typeof SynonymsDraft>

export const Synonyms = z.object({ version: z.int().check(z.gte(1)), hash: Sha256, lists: SynonymLists, publishedAt: Instant })
export type Synonyms = z.infer<typeof Synonyms>
