// The library's example cases: reads `playbooks/examples/*.yaml`, and judges what the matcher makes of one. Refuses keys it does not know.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { Facts } from '../../lib/domain/match.ts'
import type { Match } from '../../lib/schema/case.ts'
import { z } from '../../lib/schema/z.ts'

const text = z.string().check(z.trim(), z.minLength(1))
const shape = {
  subject: text,
  conversation: text,
  url: z.optional(z.url()),
  fields: z.optional(z.record(z.string(), z.string())),
}
const NearMiss = z.strictObject({
  ...shape,
  because: text,
  first: text,
  listed: z.optional(z.literal('true')),
})
const ExampleFile = z.strictObject({
  first: z.array(z.strictObject(shape)),
  'near-misses': z.optional(z.array(NearMiss)),
})

/** `first` is the playbook that has to come first, or `none` where nothing may be shown; `hidden` may not be shown at all. */
export interface Example {
  name: string
  facts: Facts
  first: string
  hidden: string | null
  isNearMiss: boolean
}

export const none = 'none'

export function readExamples(folder: string): Map<string, Example[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  return new Map(files.sort().map((file) => [basename(file, '.yaml'), examplesOf(basename(file, '.yaml'), readFileSync(join(folder, file), 'utf8'))]))
}

export function examplesOf(playbookId: string, source: string): Example[] {
  const { data, error } = ExampleFile.safeParse(parse(source, { schema: 'failsafe' }))
  if (!data) throw new Error(`The examples of ${playbookId} cannot be read. ${z.prettifyError(error)}`)
  return [
    ...data.first.map((said) => ({ name: said.subject, facts: factsOf(said), first: playbookId, hidden: null, isNearMiss: false })),
    ...(data['near-misses'] ?? []).map((said) => ({
      name: `${said.subject} (near miss)`,
      facts: factsOf(said),
      first: said.first,
      hidden: said.listed ? null : playbookId,
      isNearMiss: true,
    })),
  ]
}

/** What is wrong, as a sentence for the person who edits triggers; null where the example holds. */
export function missOf({ name, first, hidden }: Example, matches: Match[]): string | null {
  const shown = matches.map(({ playbookId, score, reasons }) => `${playbookId} (${score}: ${reasons.join('; ')})`).join(', ') || 'nothing'
  const top = matches[0]?.playbookId ?? none
  if (top !== first) return `“${name}”: ${first} has to come first, shown is ${shown}`
  if (matches.some(({ playbookId }) => playbookId === hidden)) return `“${name}”: ${hidden} may not be shown, shown is ${shown}`
  return null
}

function factsOf({ subject, conversation, url, fields = {} }: z.infer<z.ZodMiniObject<typeof shape>>): Facts {
  const read = Object.entries({ 'case.subject': subject, ...fields }).map(([name, value]) => ({ name, label: name, value }))
  return { url: url ?? 'https://desk.example/tickets/7', fields: read, text: conversation }
}
