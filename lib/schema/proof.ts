// What proves that a step was done: notes, links, words of the page, pictures of it. A picture's bytes are kept apart, under their hash.
import { Instant, limits, name, Sha256, text, Uuid } from './ids.ts'
import { MemberRef } from './member.ts'
import { z } from './z.ts'

export const ImageType = z.enum(['image/webp', 'image/jpeg'])
export type ImageType = z.infer<typeof ImageType>

/** `hash` is the SHA-256 of the bytes. */
export const ImageRef = z.object({ hash: Sha256, type: ImageType, width: z.int(), height: z.int() })
export type ImageRef = z.infer<typeof ImageRef>

/** A picture with its bytes, encoded anew on the agent's device: no metadata is left. */
export const Image = z.extend(ImageRef, { base64: name(limits.imageBase64) })
export type Image = z.infer<typeof Image>

const base = { id: Uuid, at: Instant, by: z.optional(MemberRef) }
/** Where it was found, as the browser says it. */
const place = { url: text(limits.url), title: text(limits.title) }

export const Proof = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('note'), text: name(limits.proof) }),
  z.object({ ...base, kind: z.literal('link'), ...place }),
  /** `around`: the sentence that the words stand in, where the page gave it. */
  z.object({ ...base, kind: z.literal('selection'), text: name(limits.proof), around: text(limits.around), ...place }),
  z.object({ ...base, kind: z.literal('screenshot'), image: ImageRef, ...place }),
])
export type Proof = z.infer<typeof Proof>

/** What a person types as evidence; the rest is taken from the page. */
export const TypedProof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), text: name(limits.proof) }),
  z.object({ kind: z.literal('link'), url: name(limits.url) }),
])
export type TypedProof = z.infer<typeof TypedProof>
