// Formatted text as data: what a Markdown playbook may say. There is no HTML node and no image, so nothing can run or load.
import { name, text } from './ids.ts'
import { z } from './z.ts'

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis' | 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }

/** Links lead to https pages, e-mail or another playbook (`playbook:slug`); the parser refuses the rest. */
export const LinkUrl = z
  .string()
  // Without a flag, which a JSON Schema could not say.
  .check(
    z.maxLength(2048),
    z.regex(/^([Hh][Tt][Tt][Pp][Ss]:\/\/|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Pp][Ll][Aa][Yy][Bb][Oo][Oo][Kk]:)/, 'an https, mailto or playbook link'),
  )

export const Inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: text(20_000) }),
    z.object({ type: z.literal('code'), text: text(20_000) }),
    z.object({ type: z.literal('break') }),
    z.object({ type: z.enum(['strong', 'emphasis', 'delete']), children: z.array(Inline) }),
    z.object({ type: z.literal('link'), url: LinkUrl, children: z.array(Inline) }),
  ]),
) as z.ZodMiniType<Inline>

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; depth: number; children: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'rule' }

export const Block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), children: z.array(Inline) }),
    z.object({ type: z.literal('heading'), depth: z.int().check(z.gte(1), z.lte(6)), children: z.array(Inline) }),
    z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Block)) }),
    z.object({ type: z.literal('quote'), children: z.array(Block) }),
    z.object({ type: z.literal('code'), language: text(40), text: text(50_000) }),
    z.object({ type: z.literal('table'), head: z.array(z.array(Inline)), rows: z.array(z.array(z.array(Inline))) }),
    z.object({ type: z.literal('rule') }),
  ]),
) as z.ZodMiniType<Block>

export const Label = name(1000)
