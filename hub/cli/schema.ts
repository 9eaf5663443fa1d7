// `handrail schema` and `handrail parse`: the parsed form of a playbook for other programs, as JSON Schema and as JSON.
import { readFile, writeFile } from 'node:fs/promises'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { formatProblem } from '../../lib/playbook/problem.ts'
import * as conditionShapes from '../../lib/schema/condition.ts'
import * as idShapes from '../../lib/schema/ids.ts'
import * as playbookShapes from '../../lib/schema/playbook.ts'
import * as richTextShapes from '../../lib/schema/rich-text.ts'
import { z } from '../../lib/schema/z.ts'
import { invalid } from '../fault.ts'
import type { Io } from './io.ts'

/** Every named shape of `lib/schema` that a playbook uses is a definition of the same name. */
export function playbookSchema(): Record<string, unknown> {
  const names = z.registry<{ id: string }>()
  for (const [id, value] of [idShapes, richTextShapes, conditionShapes, playbookShapes].flatMap((module) => Object.entries(module))) {
    if (isShape(value) && value !== playbookShapes.PlaybookDocument && !names.has(value)) names.add(value, { id })
  }
  const { $schema, ...schema } = z.toJSONSchema(playbookShapes.PlaybookDocument, { metadata: names })
  const description = 'The parsed form of a playbook, as `handrail parse` prints it and as the hub sends it to every device.'
  return { $schema, title: 'Handrail playbook', description, ...schema }
}

const isShape = (value: unknown): value is z.ZodMiniType => typeof value === 'object' && value !== null && '_zod' in value

export const schemaText = () => `${JSON.stringify(playbookSchema(), null, 2)}\n`

export async function schema({ out: file }: { out?: string }, { out }: Io): Promise<void> {
  if (file === undefined) out(schemaText())
  else await writeFile(file, schemaText())
}

/** Answers the exit code. With errors there is nothing to print: what could be read of a faulty file is not what its writer meant. */
export async function parse(file: string, { out, err }: Io): Promise<number> {
  const markdown = await readFile(file, 'utf8').catch(() => {
    throw invalid(`The file ${file} cannot be read. Check the path.`)
  })
  const { document, problems } = parsePlaybook(markdown)
  for (const problem of problems) err(`${formatProblem(problem, file)}\n`)
  if (problems.some(({ severity }) => severity === 'error')) return 1
  out(`${JSON.stringify(document, null, 2)}\n`)
  return 0
}
