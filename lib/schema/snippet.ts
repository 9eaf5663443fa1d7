// A piece of policy or reply text with variables, published like a playbook.
import { Instant, name, Sha256, Slug } from './ids.ts'
import { z } from './z.ts'

/** `{{case.requester}}` and saved inputs are filled in `body`, which is Markdown; `hash` is the SHA-256 of the printed file. */
export const Snippet = z.object({
  id: Slug,
  version: z.int().check(z.gte(1)),
  hash: Sha256,
  title: name(200),
  tags: z.array(name(40)).check(z.maxLength(20)),
  body: name(20_000),
  publishedAt: Instant,
})
export type Snippet = z.infer<typeof Snippet>

/** What a lead writes: the file before it is published. */
export const SnippetDraft = z.object({ title: name(200), tags: z.array(name(40)).check(z.maxLength(20)), body: name(20_000) })
export type SnippetDraft = z.infer<typeof SnippetDraft>
