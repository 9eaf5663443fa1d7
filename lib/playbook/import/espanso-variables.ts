// The variables of an Espanso match as far as a snippet can carry them: forms, dates and the clipboard become places to fill in, choices stay
// readable text, echoes and other matches are written out. What would run a program is refused by name.

import { type EspansoMatch, type EspansoVariable, mapOf, textIn, valuesIn } from './espanso-yaml.ts'
import type { Log } from './finding.ts'
import { variableFor } from './placeholders.ts'

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
    case 'random': {
      const values = valuesIn(params.get('values') ?? params.get('choices'))
      log.note(line, 'choice', 'A snippet has no choices yet; all of them stand in the text, so that the agent keeps one.', `${name} ${values.join(' ')}`)
      return { text: choiceText(values) }
    }
    case 'date':
      log.note(line, 'date', 'A snippet knows no dates yet; this is a place to fill in.', `${name} ${textIn(params.get('format')) ?? ''}`)
      return { text: '{{today}}' }
    case 'clipboard':
      log.note(line, 'clipboard', 'A snippet does not read the clipboard; this is a place to fill in.', name)
      return { text: '{{clipboard}}' }
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

/** One field of a form: a place to fill in, or what can be chosen. */
export function fieldText(name: string, field: ReadonlyMap<string, unknown>, { log, line }: Scope): string {
  const type = textIn(field.get('type')) ?? 'text'
  const preset = textIn(field.get('default'))
  if (type === 'choice' || type === 'list') {
    const values = valuesIn(field.get('values'))
    log.note(line, 'choice', 'A snippet has no choices yet; all of them stand in the text, so that the agent keeps one.', `${name} ${values.join(' ')}`)
    if (preset) log.note(line, 'choice', 'The choice that was made beforehand is one of several now.', preset)
    return choiceText(values)
  }
  const variable = variableFor(name)
  log.note(line, 'form', 'A field of a form became a place to fill in.', [name, preset].filter(Boolean).join(' '))
  if (variable === null) return `[${name}]`
  return preset && !/[{}|\n]/.test(preset) && !variable.includes('|') ? variable.replace('}}', () => `|${preset}}}`) : variable
}

function choiceText(values: readonly string[]): string {
  return `[${values.join(' / ')}]`
}
