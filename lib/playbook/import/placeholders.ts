// Places to fill in, as other tools write them, turned into variables of a snippet: `[Customer name]`, `{{ticket.requester.first_name}}`.
import { FieldName } from '../../schema/ids.ts'
import { readTag } from '../snippet/read-tag.ts'

/** What is asked for under many names and that a site profile reads under one. */
const usual: Record<string, string> = {
  'case.requester|there':
    'customer|customer name|customer first name|customers name|client name|user name|recipient|recipient name|requester|requester name|buyer name|ticket.requester.first_name|ticket.requester.name',
  'case.id': 'case|case id|case number|ticket|ticket id|ticket number|case reference|ticket reference|ticket.id',
  'case.order': 'order|order id|order number',
  'case.seller': 'seller|seller name',
}
const fields = new Map(Object.entries(usual).flatMap(([field, names]) => names.split('|').map((name) => [name, field] as const)))
const bracket = /(?<![\w\]\\!])\[(?![ xX!=]?\]|\^|!)([A-Za-z][^[\]\n]{0,59})\](?![[(:])/g

/** A variable in braces for what stood in the brackets, or null when no name can be made of it. */
export function variableFor(wording: string): string | null {
  const known = knownField(wording)
  if (known !== null) return known
  const name = wording
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split('.')
    .map((part) =>
      part
        .replace(/[’']/g, '')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^[-0-9]+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .slice(0, 4)
    .join('.')
  return FieldName.safeParse(name).success ? `{{${name}}}` : null
}

/** The variable of what a site profile reads under its own name, else null. */
export function knownField(wording: string): string | null {
  const words = wording.trim().toLowerCase()
  const known = fields.get(words.replace(/[’']/g, '').replace(/^(?:the|your|insert|enter|add)\s+/, ''))
  return known === undefined ? null : `{{${known}}}`
}

export function hasPlaceholder(text: string): boolean {
  return text.match(bracket) !== null
}

/** The text with each `[place to fill in]` as a variable, and the wordings that were found. */
export function withVariables(text: string): { text: string; found: string[] } {
  const found: string[] = []
  const result = text.replace(bracket, (whole, wording: string) => {
    const variable = variableFor(wording)
    if (variable === null) return whole
    found.push(wording)
    return variable
  })
  return { text: result, found }
}

/** Braces that are no part of a snippet would be refused; they are set apart so that they stay readable. */
export function withoutStrayBraces(text: string): string {
  return text.replace(/\{\{([^{}]*)\}\}|\{\{+|\}\}+/g, (whole, inside: string | undefined) => {
    if (inside !== undefined && !('fault' in readTag(inside))) return whole
    return inside === undefined ? [...whole].join(' ') : `{ {${inside}} }`
  })
}

/** `{{ticket.id}}` to a variable by our name for it; `{% if ... %}` stays readable and is given back as `logic`. */
export function liquidAsText(text: string): { text: string; found: string[]; logic: string[] } {
  const found: string[] = []
  const logic = text.match(/\{%.*?%\}/gs) ?? []
  const result = text.replace(/\{\{-?\s*([^{}|]*?)\s*(\|[^{}]*?)?\s*-?\}\}/g, (whole, wording: string, filter: string | undefined) => {
    const variable = variableFor(wording)
    if (variable === null) return whole
    found.push(`${wording}${filter ?? ''}`)
    return variable
  })
  return { text: result, found, logic: [...logic] }
}
