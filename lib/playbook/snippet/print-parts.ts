// Parts back to the body of a snippet, in one spelling: reading what is printed gives equal parts.
import { printCondition } from '../condition-text.ts'
import type { DateOffset, SnippetPart } from './part.ts'

export function printParts(parts: readonly SnippetPart[]): string {
  return parts.map(printPart).join('')
}

export function printPart(part: SnippetPart): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'field':
      return part.fallback === null ? `{{${part.field}}}` : `{{${part.field}|${part.fallback}}}`
    case 'date':
      return `{{date${part.offset ? ` ${offsetWords(part.offset)}` : ''}${part.form === 'long' ? '' : `, ${part.form}`}}}`
    case 'choose':
      return `{{choose: ${[part.label, ...part.options].join(' | ')}}}`
    case 'ask':
      return `{{ask${part.isLong ? ' lines' : ''}: ${part.label}${part.preset === '' ? '' : ` | ${part.preset}`}}}`
    case 'cursor':
      return '{{cursor}}'
    case 'optional':
      return `{{optional: ${part.label}${part.isOn ? '' : ' | off'}}}${printParts(part.parts)}{{end}}`
    case 'if':
      return `{{if: ${printCondition(part.when)}}}${printParts(part.parts)}${part.otherwise ? `{{else}}${printParts(part.otherwise)}` : ''}{{end}}`
  }
}

function offsetWords({ amount, unit }: DateOffset): string {
  return `${amount < 0 ? '-' : '+'}${Math.abs(amount)} ${unit}${Math.abs(amount) === 1 ? '' : 's'}`
}
