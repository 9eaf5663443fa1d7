// What the picker in a page is asked and answers, while a lead points at what a profile should read. The page script imports types only; panels parse.
import { text } from './ids.ts'
import type { PageRead } from './page.ts'
import { z } from './z.ts'

/** What is pointed at: one value, the conversation, or a box for replies. */
export type PickKind = 'value' | 'area' | 'reply'

/** Worker to picker. `turn` names one pointing, so that a question asked twice goes on instead of beginning anew. */
export type PickOrder =
  | { name: 'point'; turn: string; kind: PickKind; words: string }
  /** A key pressed in the panel, for who points without leaving it. After a pick it moves the pick. */
  | { name: 'key'; key: string }
  | { name: 'read'; reads: PageRead[]; areas: string[] }
  | { name: 'stop' }

const raw = z.nullable(text(5000))

/** One place that was tried, with what the page's own reader reads there. */
export const Candidate = z.object({
  source: z.union([
    z.object({ from: z.literal('selector'), selector: text(1000), attribute: z.optional(text(60)) }),
    z.object({ from: z.literal('label'), label: text(200), within: z.optional(text(1000)) }),
  ]),
  raw,
  /** How many visible places the selector or the label fits. */
  count: z.int(),
  /** By what it finds its place. */
  by: z.enum(['test', 'label', 'id', 'name', 'attribute', 'class', 'position']),
  /** Read the same in a copy of the page in which generated names were others; in which something more stood before. Null: not tried. */
  renamed: z.nullable(z.boolean()),
  moved: z.nullable(z.boolean()),
})
export type Candidate = z.infer<typeof Candidate>

export const Picked = z.object({ text: text(5000), candidates: z.array(Candidate).check(z.maxLength(100)) })
export type Picked = z.infer<typeof Picked>

export const PointAnswer = z.object({ state: z.enum(['pointing', 'picked', 'ended']), picked: z.nullable(Picked) })
export type PointAnswer = z.infer<typeof PointAnswer>

/** `url`: where the page thinks it is; what it said is of use only where the browser says the same. */
export const ReadAnswer = z.object({
  url: text(10_000),
  values: z.record(text(300), raw),
  areas: z.array(z.object({ count: z.int(), text: text(1000) })),
})
export type ReadAnswer = z.infer<typeof ReadAnswer>

/** One tab that was asked: address and title from the browser; `said` is absent where nobody answered. */
export const TabAnswer = z.object({ url: z.string(), title: z.string(), said: z.optional(z.unknown()) })
export type TabAnswer = z.infer<typeof TabAnswer>
