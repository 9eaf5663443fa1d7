// What a snippet is made of: text, and parts in double braces that are filled, asked for, chosen or left out. A fixed vocabulary, never a program.
import type { Condition } from '../../schema/condition.ts'

export const dateUnits = ['day', 'business day', 'week', 'month', 'year'] as const
export type DateUnit = (typeof dateUnits)[number]
/** `long`: 3 December 2026. `weekday`: Thursday, 3 December 2026. `day`: Thursday. `short`: 3 Dec 2026. `iso`: 2026-12-03. */
export const dateForms = ['long', 'weekday', 'day', 'short', 'iso'] as const
export type DateForm = (typeof dateForms)[number]

/** `amount` may be negative, never 0. */
export interface DateOffset {
  amount: number
  unit: DateUnit
}

export type SnippetPart =
  | { kind: 'text'; text: string }
  /** A case field or a saved input, and what stands there when it is not known. */
  | { kind: 'field'; field: string; fallback: string | null }
  | { kind: 'date'; offset: DateOffset | null; form: DateForm }
  | { kind: 'choose'; label: string; options: string[] }
  | { kind: 'ask'; label: string; preset: string; isLong: boolean }
  | { kind: 'cursor' }
  | { kind: 'optional'; label: string; isOn: boolean; parts: SnippetPart[] }
  | { kind: 'if'; when: Condition; parts: SnippetPart[]; otherwise: SnippetPart[] | null }
export type SnippetPartOf<K extends SnippetPart['kind']> = Extract<SnippetPart, { kind: K }>

export const mostOf = { parts: 200, depth: 5, questions: 30, options: 20, label: 60, option: 200, preset: 500, amount: 3660 } as const
