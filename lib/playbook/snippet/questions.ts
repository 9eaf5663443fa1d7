// What a snippet asks before it is inserted, in reading order and each once: only what counts with the answers so far.
import { holds } from '../../domain/condition.ts'
import { chosenOf, conditionValues, fieldValue, isWanted, questionKey, type Scene, typedOf } from './expand.ts'
import type { SnippetPart } from './part.ts'

export type Question =
  | { kind: 'choose'; key: string; label: string; options: string[]; answer: string }
  | { kind: 'ask'; key: string; label: string; answer: string; preset: string; isLong: boolean }
  | { kind: 'optional'; key: string; label: string; answer: boolean }
  /** A case field or saved input that nobody knows here. */
  | { kind: 'field'; key: string; label: string; answer: string }

export function questionsOf(parts: readonly SnippetPart[], scene: Scene): Question[] {
  const { answers } = scene
  const known = conditionValues(scene)
  const found = new Map<string, Question>()
  const add = (question: Question) => void (found.has(question.key) || found.set(question.key, question))
  const visit = (some: readonly SnippetPart[]) => {
    for (const part of some) {
      switch (part.kind) {
        case 'choose':
          add({ kind: 'choose', key: questionKey.choose(part.label), label: part.label, options: part.options, answer: chosenOf(part, answers) })
          break
        case 'ask': {
          const { label, preset, isLong } = part
          const key = questionKey.ask(label)
          add({ kind: 'ask', key, label, preset, isLong, answer: answers[key] ?? typedOf(part, answers) })
          break
        }
        case 'field': {
          const key = questionKey.field(part.field)
          // Stays in the form while it is typed in.
          if (fieldValue(part, { ...scene, answers: {} }) === null) add({ kind: 'field', key, label: part.field, answer: answers[key] ?? '' })
          break
        }
        case 'optional':
          add({ kind: 'optional', key: questionKey.optional(part.label), label: part.label, answer: isWanted(part, answers) })
          if (isWanted(part, answers)) visit(part.parts)
          break
        case 'if':
          visit(holds(part.when, known) ? part.parts : (part.otherwise ?? []))
      }
    }
  }
  visit(parts)
  return [...found.values()]
}

/** True where a press on Insert opens the form first: somebody has to choose or to type, not only to know. */
export function hasForm(parts: readonly SnippetPart[]): boolean {
  return parts.some(
    (part) =>
      part.kind === 'choose' ||
      part.kind === 'ask' ||
      part.kind === 'optional' ||
      (part.kind === 'if' && (hasForm(part.parts) || hasForm(part.otherwise ?? []))),
  )
}
