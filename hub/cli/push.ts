// `handrail push`: nothing is published while anything in the folder is faulty.
import type { Rollout } from '../../lib/schema/rollout.ts'
import { invalid } from '../fault.ts'
import { readPlaybookFolder } from '../playbook-folder.ts'
import { pushItems } from '../push.ts'
import { countErrors, report } from './lint.ts'
import { clientFor } from './membership.ts'

export interface PushOptions {
  hub: string
  token: string
  note: string
  openCases: Rollout
}

export async function push(dir: string, { hub, token, note, openCases }: PushOptions): Promise<void> {
  const client = clientFor(hub, token)
  const now = await client('snapshot')
  const folder = await readPlaybookFolder(dir, { published: now, queues: [] })
  if (countErrors(folder)) {
    process.stderr.write(report(folder))
    throw invalid(`Nothing was published: mend the errors in ${dir} first.`)
  }
  const pushed = await pushItems(client, now, folder.items, { note, rollout: openCases })
  const lines = pushed.map(({ kind, id, version, isNew }) => `${isNew ? 'new' : 'changed'}  ${kind} ${id}, version ${version}`)
  process.stdout.write(
    `${[...lines, pushed.length ? `Published ${pushed.length} of ${folder.items.length}.` : `Nothing changed in ${folder.items.length}.`].join('\n')}\n`,
  )
}
