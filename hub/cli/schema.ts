// `handrail schema` and `handrail parse`: the parsed form of a playbook for other programs, as JSON Schema and as JSON; and the JSON Schema of a
// site file, for editors.
import { readFile, writeFile } from 'node:fs/promises'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import { formatProblem } from '../../lib/playbook/problem.ts'
import * as conditionShapes from '../../lib/schema/condition.ts'
import * as idShapes from '../../lib/schema/ids.ts'
import * as playbookShapes from '../../lib/schema/playbook.ts'
import * as richTextShapes from '../../lib/schema/rich-text.ts'
import * as siteShapes from '../../lib/schema/site.ts'
import { z } from '../../lib/schema/z.ts'
import { invalid } from '../fault.ts'
import type { Io } from './io.ts'

export type Described = 'playbook' | 'site'

/** What is written in a site file: who has not verified a profile leaves the line out. */
const SiteFile = z.extend(siteShapes.SiteDraft, { verified: z.optional(siteShapes.SiteDraft.shape.verified) })

const described = {
  playbook: {
    shape: playbookShapes.PlaybookDocument,
    modules: [idShapes, richTextShapes, conditionShapes, playbookShapes],
    title: 'Handrail playbook',
    description: 'The parsed form of a playbook, as `handrail parse` prints it and as the hub sends it to every device.',
  },
  site: {
    shape: SiteFile,
    modules: [idShapes, siteShapes],
    title: 'Handrail site profile',
    description: 'A file of DIR/sites: how to read a case from one web application. `handrail lint` knows more than this shape.',
  },
} as const

/** Every named shape of `lib/schema` that is used is a definition of the same name. */
function schemaOf(what: Described): Record<string, unknown> {
  const { shape, modules, title, description } = described[what]
  const names = z.registry<{ id: string }>()
  for (const [id, value] of modules.flatMap((module) => Object.entries(module) as [string, unknown][])) {
    if (isShape(value) && value !== shape && !names.has(value)) names.add(value, { id })
  }
  const { $schema, ...schema } = z.toJSONSchema(shape, { metadata: names })
  return { $schema, title, description, ...schema }
}

const isShape = (value: unknown): value is z.ZodMiniType => typeof value === 'object' && value !== null && '_zod' in value

export const schemaText = (what: Described) => `${JSON.stringify(schemaOf(what), null, 2)}\n`

export async function schema(what: Described, { out: file }: { out?: string }, { out }: Io): Promise<void> {
  if (file === undefined) out(schemaText(what))
  else await writeFile(file, schemaText(what))
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
