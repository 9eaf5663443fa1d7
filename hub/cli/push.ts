// `handrail push`: nothing is published while anything in the folder is faulty, and nothing over work that the folder does not know.
import type { Rollout } from '../../lib/schema/rollout.ts'
import { invalid } from '../fault.ts'
import { readPlaybookFolder } from '../playbook-folder.ts'
import { pushItems } from '../push.ts'
import { readBases, writeBases } from '../push-bases.ts'
import type { Io } from './io.ts'
import { countErrors, report, withoutHints } from './lint.ts'
import { clientFor } from './membership.ts'

export interface PushOptions {
  hub: string
  token: string
  note: string
  force?: boolean
  openCases: Rollout
  confirm?: boolean
}

/** Answers the exit code. */
export async function push(dir: string, { hub, token, note, force = false, openCases, confirm = false }: PushOptions, { out, err }: Io): Promise<number> {
  const client = clientFor(hub, token)
  const now = await client('snapshot')
  const folder = withoutHints(await readPlaybookFolder(dir, { published: now, queues: [] }))
  if (countErrors(folder)) {
    err(report(folder))
    throw invalid(`Nothing was published: mend the errors in ${dir} first.`)
  }
  const warnings = folder.problems.length
  if (warnings > 0) err(`${warnings === 1 ? 'One warning' : `${warnings} warnings`}: npm run handrail -- lint ${dir} names them.\n`)
  const bases = await readBases(dir, now.team.id)
  const options = { note, rollout: openCases, confirm, bases, force }
  // What went out before the hub was lost is known the next time.
  const { pushed, refused } = await pushItems(client, now, folder.items, options).finally(() => writeBases(dir, now.team, bases))
  const lines = pushed.map(
    ({ kind, id, version, isNew }) =>
      `${isNew ? 'new' : 'changed'}  ${kind === 'synonyms' || kind === 'redaction' ? kind : `${kind} ${id}`}, version ${version}`,
  )
  const others = refused.length ? `, refused ${refused.length}` : ''
  const sum = pushed.length || refused.length ? `Published ${pushed.length} of ${folder.items.length}${others}.` : `Nothing changed in ${folder.items.length}.`
  out(`${[...lines, sum].join('\n')}\n`)
  for (const { id, reason } of refused) err(`refused  playbook ${id}: ${reason}\n`)
  return refused.length ? 1 : 0
}
