// Conditions over saved inputs and case fields: comparisons joined by and / or / not. Data, never a program.
import { FieldName, text } from './ids.ts'
import { z } from './z.ts'

export const Comparator = z.enum(['=', '!=', '<', '<=', '>', '>='])
export type Comparator = z.infer<typeof Comparator>

export type Condition =
  | { op: 'compare'; field: string; comparator: Comparator; value: string | number }
  | { op: 'known'; field: string }
  | { op: 'not'; of: Condition }
  | { op: 'and' | 'or'; of: Condition[] }

export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('compare'), field: FieldName, comparator: Comparator, value: z.union([text(500), z.number()]) }),
    z.object({ op: z.literal('known'), field: FieldName }),
    z.object({ op: z.literal('not'), of: Condition }),
    z.object({ op: z.enum(['and', 'or']), of: z.array(Condition) }),
  ]),
) as z.ZodMiniType<Condition>
