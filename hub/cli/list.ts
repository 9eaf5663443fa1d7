// `handrail list`: the playbooks that the hub has now, one on a line.
import { clientFor } from './membership.ts'

export async function list({ hub, token }: { hub: string; token: string }): Promise<void> {
  const { playbooks, team } = await clientFor(hub, token)('snapshot')
  if (!playbooks.length) {
    process.stderr.write(`${team.name} has no playbooks yet: npm run handrail -- push DIR publishes some.\n`)
    return
  }
  const rows = playbooks.map(({ id, version, publishedAt, document: { title } }) => [id, `version ${version}`, dayOf(publishedAt), title])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  process.stdout.write(rows.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`).join(''))
}

/** UTC, as on every other machine. */
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
