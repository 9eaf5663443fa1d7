// A condition in the reader's words: "order.value is at least 1000".
import type { Comparator, Condition } from '../../lib/schema/condition.ts'

const comparison: Record<Comparator, string> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
}

function inner(condition: Condition): string {
  const isJoined = condition.op === 'and' || condition.op === 'or'
  return isJoined ? `(${conditionSentence(condition)})` : conditionSentence(condition)
}

export function conditionSentence(condition: Condition): string {
  switch (condition.op) {
    case 'compare':
      return `${condition.field} ${comparison[condition.comparator]} ${condition.value}`
    case 'known':
      return `${condition.field} is known`
    case 'not':
      return condition.of.op === 'known' ? `${condition.of.field} is not known` : `not (${conditionSentence(condition.of)})`
    case 'and':
    case 'or':
      return condition.of.map(inner).join(` ${condition.op} `)
  }
}
