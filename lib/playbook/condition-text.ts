// Conditions as they are written: `order.value >= 1000 and not (case.category = toys or known case.brand)`.
// `and` binds tighter than `or`, `not` tighter than both; parentheses are kept as nesting, so that printing gives them back.
import type { Comparator, Condition } from '../schema/condition.ts'
import { FieldName } from '../schema/ids.ts'
import { readWords, type Word } from './condition-words.ts'

const deepest = 20
const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i
const bare = /^[A-Za-z_][A-Za-z0-9_.@/-]*$/
const reserved = new Set(['and', 'or', 'not', 'known'])

export type ConditionResult = { condition: Condition } | { fault: string; at: number }

class Fault extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

/** `fault` is a sentence and `at` an offset in `text`. */
export function parseCondition(text: string): ConditionResult {
  const { words, faultAt } = readWords(text)
  if (faultAt !== null) return { fault: 'This part of the condition cannot be read.', at: faultAt }
  try {
    const cursor = new Cursor(words, text.length)
    const condition = readOr(cursor, 0)
    const rest = cursor.peek()
    if (rest) throw new Fault(`"${rest.text}" is not expected here; join comparisons with "and" or "or".`, rest.at)
    return { condition }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message, at: error.at }
    throw error
  }
}

class Cursor {
  private index = 0
  private readonly words: Word[]
  private readonly end: number
  constructor(words: Word[], end: number) {
    this.words = words
    this.end = end
  }
  peek(ahead = 0): Word | undefined {
    return this.words[this.index + ahead]
  }
  next(wanted: string): Word {
    const word = this.words[this.index++]
    if (!word) throw new Fault(`The condition ends where ${wanted} is expected.`, this.end)
    return word
  }
  /** A keyword before a comparator is a field of that name. */
  takes(keyword: string): boolean {
    const word = this.peek()
    if (word?.kind !== 'name' || word.text !== keyword || this.peek(1)?.kind === 'comparator') return false
    this.index++
    return true
  }
}

function readOr(cursor: Cursor, depth: number): Condition {
  return readJoined(cursor, 'or', () => readJoined(cursor, 'and', () => readNot(cursor, depth)))
}

function readJoined(cursor: Cursor, op: 'and' | 'or', readPart: () => Condition): Condition {
  const of = [readPart()]
  while (cursor.takes(op)) of.push(readPart())
  return of.length === 1 ? of[0]! : { op, of }
}

function readNot(cursor: Cursor, depth: number): Condition {
  if (depth > deepest) throw new Fault('The condition is nested too deep.', cursor.peek()?.at ?? 0)
  if (cursor.takes('not')) return { op: 'not', of: readNot(cursor, depth + 1) }
  if (cursor.peek()?.kind === '(') {
    cursor.next('"("')
    const inner = readOr(cursor, depth + 1)
    const close = cursor.next('")"')
    if (close.kind !== ')') throw new Fault(`")" is expected before "${close.text}".`, close.at)
    return inner
  }
  if (cursor.takes('known')) return { op: 'known', field: readField(cursor) }
  const field = readField(cursor)
  const comparator = cursor.next('a comparison such as = or >=')
  if (comparator.kind !== 'comparator') throw new Fault(`A comparison such as = or >= is expected before "${comparator.text}".`, comparator.at)
  return { op: 'compare', field, comparator: comparator.text as Comparator, value: readValue(cursor) }
}

function readField(cursor: Cursor): string {
  const word = cursor.next('a field such as order.value')
  if (word.kind === 'name' && FieldName.safeParse(word.text).success) return word.text
  throw new Fault(`"${word.text}" is not a field; fields are dotted lower-case names such as order.value.`, word.at)
}

function readValue(cursor: Cursor): string | number {
  const word = cursor.next('a value')
  if (word.kind === 'quoted') return readQuoted(word)
  if (word.kind !== 'name') throw new Fault(`A value is expected before "${word.text}".`, word.at)
  if (!number.test(word.text)) return word.text
  const value = Number(word.text)
  if (!Number.isFinite(value)) throw new Fault(`"${word.text}" is too large a number.`, word.at)
  return value === 0 ? 0 : value
}

function readQuoted(word: Word): string {
  try {
    const value: unknown = JSON.parse(word.text.replace(/[\n\r\t]/g, ' '))
    if (typeof value === 'string' && value.length <= 500) return value
  } catch {}
  throw new Fault('This quoted text cannot be read; write \\" for a quote and \\\\ for a backslash, 500 characters at most.', word.at)
}

/** Canonical: `parseCondition` gives back an equal condition. */
export function printCondition(condition: Condition): string {
  switch (condition.op) {
    case 'compare':
      return `${condition.field} ${condition.comparator} ${printValue(condition.value)}`
    case 'known':
      return `known ${condition.field}`
    case 'not':
      return `not ${printPart(condition.of, ['and', 'or'])}`
    default:
      return condition.of.map((part) => printPart(part, condition.op === 'and' ? ['and', 'or'] : ['or'])).join(` ${condition.op} `)
  }
}

function printPart(part: Condition, wrapped: Condition['op'][]): string {
  return wrapped.includes(part.op) ? `(${printCondition(part)})` : printCondition(part)
}

function printValue(value: string | number): string {
  if (typeof value === 'number') return String(value)
  return bare.test(value) && !reserved.has(value) ? value : JSON.stringify(value)
}
