// Parts to Markdown for one case and its answers. Values stand in it as numbered slots: they are text, and never read as Markdown or as parts.
import { dayIn, daysOn, dayWords } from '../../domain/calendar.ts'
import { holds } from '../../domain/condition.ts'
import type { SnippetPart, SnippetPartOf } from './part.ts'

/** What a snippet is filled from. `answers` by the key of the question; without one the default holds. */
export interface Scene {
  values: Record<string, string>
  answers: Record<string, string>
  now: number
  /** Of the browser: `en-GB`. */
  locale: string
  /** Of the browser: `Europe/Paris`. */
  timeZone: string
}

export interface Slot {
  text: string
  /** What is not known, as a person calls it; null where the text is it. */
  gap: string | null
}

export interface Expansion {
  markdown: string
  slots: Slot[]
}

/** Private signs of Unicode, which no reply holds: slot 7 is U+E000 7 U+E001; an emptied place, the cursor. */
export const slotMark = /\uE000(\d+)\uE001/g
const emptied = '\uE002'
export const cursorMark = '\uE003'

export const questionKey = {
  choose: (label: string) => `choose:${label}`,
  ask: (label: string) => `ask:${label}`,
  optional: (label: string) => `optional:${label}`,
  field: (name: string) => `field:${name}`,
}

export function expand(parts: readonly SnippetPart[], scene: Scene): Expansion {
  const slots: Slot[] = []
  const values = conditionValues(scene)
  const slot = (text: string, gap: string | null) => `\uE000${slots.push({ text, gap }) - 1}\uE001`
  const all = (some: readonly SnippetPart[]): string => some.map(one).join('')
  const one = (part: SnippetPart): string => {
    switch (part.kind) {
      case 'text':
        return part.text.replace(/[\uE000-\uE003]/g, '')
      case 'field': {
        const text = fieldValue(part, scene)
        return slot(text ?? `[${part.field}]`, text === null ? part.field : null)
      }
      case 'date':
        return slot(dateText(part, scene), null)
      case 'choose':
        return chosenOf(part, scene.answers)
      case 'ask': {
        const text = typedOf(part, scene.answers)
        return slot(text === '' ? `[${part.label}]` : text, text === '' ? part.label : null)
      }
      case 'cursor':
        return cursorMark
      case 'optional':
        return `${emptied}${isWanted(part, scene.answers) ? all(part.parts) : ''}${emptied}`
      case 'if':
        return `${emptied}${all(holds(part.when, values) ? part.parts : (part.otherwise ?? []))}${emptied}`
    }
  }
  return { markdown: withoutEmptied(all(parts)), slots }
}

/** A line that holds nothing but the marks of parts goes with its line end, and leaves no gap between paragraphs. */
function withoutEmptied(markdown: string): string {
  if (!markdown.includes(emptied)) return markdown
  return markdown
    .replace(/^[ \t\uE002]*\uE002[ \t]*(?:\n|$(?![\s\S]))/gm, emptied)
    .replace(/ \uE002+(?= |\n|$)/g, '')
    .replaceAll(emptied, '')
    .replace(/\n{3,}/g, '\n\n')
}

export const chosenOf = ({ label, options }: SnippetPartOf<'choose'>, answers: Scene['answers']): string => {
  const answer = answers[questionKey.choose(label)]
  return answer !== undefined && options.includes(answer) ? answer : options[0]!
}
export const typedOf = ({ label, preset }: SnippetPartOf<'ask'>, answers: Scene['answers']): string => (answers[questionKey.ask(label)] ?? preset).trim()
export const isWanted = ({ label, isOn }: SnippetPartOf<'optional'>, answers: Scene['answers']): boolean => {
  const answer = answers[questionKey.optional(label)]
  return answer === undefined ? isOn : answer === 'on'
}

/** What the case says, then what was typed for it, then the fallback. */
export function fieldValue({ field, fallback }: SnippetPartOf<'field'>, { values, answers }: Scene): string | null {
  const known = Object.hasOwn(values, field) ? (values[field] ?? '').trim() : ''
  return known || (answers[questionKey.field(field)] ?? '').trim() || fallback
}

/** A saved input that is called `date` was one before there were dates. */
function dateText({ offset, form }: SnippetPartOf<'date'>, { values, now, locale, timeZone }: Scene): string {
  const saved = offset === null && form === 'long' && Object.hasOwn(values, 'date') ? values.date?.trim() : ''
  const today = dayIn(now, timeZone)
  return saved || dayWords(offset ? daysOn(today, offset.amount, offset.unit) : today, form, locale)
}

/** Conditions see what was typed for a field that the case does not tell. */
export function conditionValues({ values, answers }: Scene): Record<string, string> {
  const typed = Object.entries(answers).flatMap(([key, value]) => (key.startsWith('field:') ? [[key.slice(6), value] as const] : []))
  const known = Object.entries(values).filter(([, value]) => value.trim() !== '')
  return Object.fromEntries([...typed, ...known])
}
