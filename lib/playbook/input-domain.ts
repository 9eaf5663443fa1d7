// What a condition may count on when it asks for a saved input: the values that the steps which save it let through.
import type { Condition } from '../schema/condition.ts'
import type { Step, StepOf } from '../schema/playbook.ts'

/** Holds for every value that the field can have; null where that is anything. `caseFields` may have any value. */
export function domainOf(field: string, steps: readonly Step[], caseFields: readonly string[]): Condition | null {
  if (caseFields.length === 0 || caseFields.includes(field)) return null
  const inputs = steps.filter((step): step is StepOf<'input'> => step.kind === 'input' && step.save === field)
  const domains = inputs.map(lettingThrough)
  if (inputs.length === 0 || domains.includes(null)) return null
  return { op: 'or', of: [{ op: 'not', of: { op: 'known', field } }, ...(domains as Condition[])] }
}

function lettingThrough({ input, save: field, min, max, of }: StepOf<'input'>): Condition | null {
  const compare = (comparator: '=' | '<' | '>=' | '<=', value: string | number): Condition => ({ op: 'compare', field, comparator, value })
  const bounds = [...(min === undefined ? [] : [compare('>=', min)]), ...(max === undefined ? [] : [compare('<=', max)])]
  switch (input) {
    case 'one-of':
      return of ? { op: 'or', of: of.map((choice) => compare('=', choice)) } : null
    case 'number':
    case 'money':
      // Below zero or not: in any case a number.
      return { op: 'and', of: [{ op: 'or', of: [compare('<', 0), compare('>=', 0)] }, ...bounds] }
    case 'date':
      return { op: 'and', of: bounds }
    default:
      return null
  }
}
