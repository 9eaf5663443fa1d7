// A published version from a few lines of Markdown, for tests of what becomes of a run when the next one comes.
import { marksAfter } from '../../lib/domain/rollout.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Rollout } from '../../lib/schema/rollout.ts'

const publishedBy = { id: '01890000-0000-7000-8000-000000000002', name: 'Lea' }

/** Version 1; `next` makes the one after it. */
export function versionOf(steps: string, id = 'counterfeit'): PlaybookVersion {
  const { document, problems } = parsePlaybook(`---\ntitle: Counterfeit\n---\n${steps}\n`)
  if (!document) throw new Error(problems.map(({ message }) => message).join(' '))
  return { id, version: 1, hash: '1'.repeat(64), markdown: steps, document, note: '', publishedAt: 100, publishedBy }
}

export function next(before: PlaybookVersion, steps: string, rollout: Rollout = 'next-case'): PlaybookVersion {
  const version = before.version + 1
  const marks = marksAfter(before.marks, version, rollout)
  return { ...versionOf(steps, before.id), version, hash: String(version).repeat(64), note: 'Changed', publishedAt: version * 100, rollout, marks }
}
