// The variables of an Espanso match as far as a snippet can carry them: forms and the clipboard are asked for, choices are chosen, dates are
// counted, echoes and other matches are written out. What would run a program is refused by name.

import { type DateForm, type DateOffset, mostOf } from '../snippet/part.ts'
import { printPart } from '../snippet/print-parts.ts'
import { type EspansoMatch, type EspansoVariable, mapOf, textIn, valuesIn } from './espanso-yaml.ts'
import type { Log } from './finding.ts'
import { knownField, variableFor } from './placeholders.ts'

export interface Scope {
  variables: ReadonlyMap<string, EspansoVariable>
  matches: ReadonlyMap<string, EspansoMatch>
  log: Log
  line: number
}

/** The text, or the name and kind of what it cannot be without. */
export type Filled = { text: string } | { refused: EspansoVariable; why: string }

const programs = new Set(['shell', 'script'])
const deepest = 5
const reference = /\{\{\s*([\w-]+)(?:\.([\w-]+))?\s*\}\}/g

export function fillIn(text: string, scope: Scope, depth = 0): Filled {
  let refused: Extract<Filled, { refused: unknown }> | null = null
  const filled = text.replace(reference, (whole, name: string, field: string | undefined) => {
    const variable = scope.variables.get(name)
    if (!variable) {
      scope.log.note(scope.line, 'variable', 'Nothing in the file says what this stands for; it became a place to fill in.', whole)
      return variableFor(name) ?? whole
    }
    const value = standsFor(variable, field, scope, depth)
    if ('text' in value) return value.text
    refused ??= value
    return ''
  })
  return refused ?? { text: filled }
}

function standsFor(variable: EspansoVariable, field: string | undefined, scope: Scope, depth: number): Filled {
  const { type, params, name } = variable
  const { log, line } = scope
  const program = programNeeded(variable, scope, new Set())
  if (program)
    return {
      refused: program,
      why: `The variable "${program.name}" runs a ${program.type === 'shell' ? 'shell command' : 'script'}, which a snippet never does.`,
    }
  switch (type) {
    case 'form': {
      const asked = field ?? 'text'
      return { text: fieldText(asked, mapOf(mapOf(params.get('fields')).get(asked)), scope) }
    }
    case 'choice':
    case 'random':
      return { text: choiceText(name, valuesIn(params.get('values') ?? params.get('choices')), undefined, scope) }
    case 'date':
      return { text: dateText(variable, scope) }
    case 'clipboard':
      log.note(line, 'clipboard', 'A snippet does not read the clipboard; the agent is asked to paste it.', name)
      return { text: printPart({ kind: 'ask', label: 'Clipboard', preset: '', isLong: true }) }
    case 'echo':
      if (depth >= deepest) return { refused: variable, why: `The variable "${name}" takes its own text.` }
      return fillIn(textIn(params.get('echo')) ?? '', scope, depth + 1)
    case 'match': {
      const trigger = textIn(params.get('trigger')) ?? ''
      const other = scope.matches.get(trigger)
      const text = other?.texts.get('replace')
      if (text === undefined || depth >= deepest)
        return { refused: variable, why: `The variable "${name}" takes the text of "${trigger}", which is not in this file or takes its own.` }
      return fillIn(text, { ...scope, variables: new Map([...scope.variables, ...other!.variables.map((one) => [one.name, one] as const)]) }, depth + 1)
    }
    default:
      return { refused: variable, why: `The variable "${name}" is of the kind "${type}", which is not known.` }
  }
}

/** A program that the variable needs, itself or through what its parameters name. */
function programNeeded(variable: EspansoVariable, scope: Scope, seen: Set<string>): EspansoVariable | null {
  if (programs.has(variable.type)) return variable
  if (seen.has(variable.name)) return null
  seen.add(variable.name)
  for (const [, name] of JSON.stringify([...variable.params.values()]).matchAll(reference)) {
    const other = scope.variables.get(name!)
    const found = other && programNeeded(other, scope, seen)
    if (found) return found
  }
  return null
}

/** One field of a form: a question, or a case field that a site profile reads. */
export function fieldText(name: string, field: ReadonlyMap<string, unknown>, scope: Scope): string {
  const { log, line } = scope
  const type = textIn(field.get('type')) ?? 'text'
  const preset = textIn(field.get('default'))
  if (type === 'choice' || type === 'list') return choiceText(name, valuesIn(field.get('values')), preset ?? undefined, scope)
  const known = knownField(name.replace(/[_-]+/g, ' '))
  if (known !== null && !preset) {
    log.note(line, 'form', 'A field of a form is filled from the case.', name)
    return known
  }
  const isPlain = preset !== null && !/[{}|\n]/.test(preset) && preset.length <= mostOf.preset
  if (preset && !isPlain) log.note(line, 'form', 'What stood in a field of a form beforehand is not kept.', preset)
  return printPart({ kind: 'ask', label: labelOf(name), preset: isPlain ? preset.trim() : '', isLong: textIn(field.get('multiline')) === 'true' })
}

/** What fits into a question is asked; the rest stands in the text, so that the agent keeps one. */
function choiceText(name: string, values: readonly string[], preset: string | undefined, { log, line }: Scope): string {
  const options = [...new Set(values.map((value) => value.trim()))]
  const fits = options.every((option) => option !== '' && option.length <= mostOf.option && !/[{}|\n]/.test(option))
  if (!fits || options.length < 2 || options.length > mostOf.options) {
    log.note(line, 'choice', 'These cannot be asked for; all of them stand in the text, so that the agent keeps one.', `${name} ${values.join(' ')}`)
    return `[${values.join(' / ')}]`
  }
  const first = preset !== undefined && options.includes(preset) ? [preset] : []
  return printPart({ kind: 'choose', label: labelOf(name), options: [...first, ...options.filter((option) => !first.includes(option))] })
}

function dateText({ name, params }: EspansoVariable, { log, line }: Scope): string {
  const format = textIn(params.get('format')) ?? ''
  const seconds = Number(textIn(params.get('offset')) ?? 0)
  const days = Math.round(seconds / 86_400)
  const form: DateForm = /^%[Aa]$/.test(format) ? 'day' : /%[Aa]/.test(format) ? 'weekday' : /^%(F|Y-%m-%d)$/.test(format) ? 'iso' : 'long'
  log.note(line, 'date', 'The date is written the way of the browser that fills it; times of day are not kept.', `${name} ${format}`)
  const offset: DateOffset | null = days === 0 || !Number.isFinite(days) || Math.abs(days) > mostOf.amount ? null : { amount: days, unit: 'day' }
  return printPart({ kind: 'date', offset, form })
}

/** `first_name` as a person would ask for it. */
function labelOf(name: string): string {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(/[{}|\n]/g, '')
    .trim()
    .slice(0, mostOf.label)
    .trim()
  return words === '' ? 'Text' : words.charAt(0).toUpperCase() + words.slice(1)
}
