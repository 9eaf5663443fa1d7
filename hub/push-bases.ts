// Which version each playbook of a folder was based on when it was last pushed: `DIR/.handrail.json`, which the team keeps beside its
// playbooks. By team, since a folder may go to several. Refuses to guess where the file cannot be read.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Sha256, Slug, Uuid } from '../lib/schema/ids.ts'
import type { Team } from '../lib/schema/member.ts'
import { z } from '../lib/schema/z.ts'
import { errorCode, invalid } from './fault.ts'

const Base = z.object({ version: z.int().check(z.gte(1)), hash: Sha256 })
const BasesFile = z.record(Uuid, z.object({ team: z.string(), playbooks: z.record(Slug, Base) }))
type BasesFile = z.infer<typeof BasesFile>

/** By playbook id. */
export type Bases = Map<string, z.infer<typeof Base>>

/** Empty where the folder was never pushed to this team. */
export async function readBases(dir: string, teamId: string): Promise<Bases> {
  const file = await readBasesFile(dir)
  return new Map(Object.entries(file[teamId]?.playbooks ?? {}))
}

/** In the order of the ids, so that a push changes only the lines of what it published. What it says of other teams stays. */
export async function writeBases(dir: string, { id, name }: Team, bases: Bases): Promise<void> {
  const before = await readBasesFile(dir)
  const playbooks = Object.fromEntries([...bases].sort(([a], [b]) => (a < b ? -1 : 1)))
  const after: BasesFile = { ...before, [id]: { team: name, playbooks } }
  const text = `${JSON.stringify(after, null, 2)}\n`
  if (bases.size === 0 || text === `${JSON.stringify(before, null, 2)}\n`) return
  await writeFile(pathIn(dir), text).catch((error: unknown) => {
    throw invalid(`What was pushed is on the hub, but ${pathIn(dir)} could not be written (${errorCode(error)}). Make it writable and push again.`)
  })
}

const pathIn = (dir: string) => join(dir, '.handrail.json')

async function readBasesFile(dir: string): Promise<BasesFile> {
  try {
    return BasesFile.parse(JSON.parse(await readFile(pathIn(dir), 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {}
    throw invalid(`${pathIn(dir)} cannot be read as what push wrote there: mend it, such as after a merge, or take it from your repository again.`)
  }
}
