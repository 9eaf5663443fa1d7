// `handrail list`: the playbooks that the hub has now, one on a line; or the snippets, with how often they are used; or the site profiles, with
// the version of the site on which each was verified.
import type { Usage } from '../../lib/schema/counts.ts'
import type { SiteProfile } from '../../lib/schema/site.ts'
import { type Client, ClientFault } from '../client.ts'
import type { Io } from './io.ts'
import { clientFor } from './membership.ts'

export interface List {
  hub: string
  token: string
  snippets?: boolean
  sites?: boolean
  json?: boolean
  days: number
}

export async function list({ hub, token, snippets, sites, json, days }: List, { out, err }: Io): Promise<void> {
  const client = clientFor(hub, token)
  const snapshot = await client('snapshot')
  const { what, rows, more }: Listed = snippets
    ? { what: 'snippets', rows: await snippetRows(client, snapshot.snippets, days), more: { days } }
    : sites
      ? { what: 'sites', rows: snapshot.sites.map(siteRow), more: {} }
      : { what: 'playbooks', rows: snapshot.playbooks.map(rowOf), more: {} }
  if (json) {
    out(`${JSON.stringify({ ...more, [what]: rows }, null, 2)}\n`)
    return
  }
  if (!rows.length) {
    err(`${snapshot.team.name} has no ${what === 'sites' ? 'site profiles' : what} yet: npm run handrail -- push DIR publishes some.\n`)
    return
  }
  out(lines(rows.map((row) => [row.id, `version ${row.version}`, row.publishedOn, ...wordsOf(row, days), row.title])))
}

interface Listed {
  what: 'playbooks' | 'snippets' | 'sites'
  rows: (Row | SnippetRow | SiteRow)[]
  more: { days?: number }
}

function wordsOf(row: Row | SnippetRow | SiteRow, days: number): string[] {
  if ('verified' in row) return [row.verified === null ? 'not verified' : `verified: ${row.verified}`]
  return 'inserted' in row ? [usedWords(row, days)] : []
}

interface Row {
  id: string
  version: number
  /** UTC, as on every other machine. */
  publishedOn: string
  title: string
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const rowOf = ({ id, version, publishedAt, document: { title } }: { id: string; version: number; publishedAt: number; document: { title: string } }): Row => {
  return { id, version, publishedOn: dayOf(publishedAt), title }
}

type SiteRow = Row & { verified: string | null; origins: string[] }
const siteRow = ({ id, version, publishedAt, name, verified, origins }: SiteProfile): SiteRow => {
  return { id, version, publishedOn: dayOf(publishedAt), verified, origins, title: name }
}

/** `inserted` and `copied` are null where the token may not ask: usage is for leads. */
type SnippetRow = Row & { inserted: number | null; copied: number | null; members: number | null }

async function snippetRows(
  client: Client,
  snippets: { id: string; version: number; publishedAt: number; title: string }[],
  days: number,
): Promise<SnippetRow[]> {
  const used = await usageOf(client, days)
  const of = (id: string) => used?.snippets.find((one) => one.id === id)
  return snippets
    .map(({ id, version, publishedAt, title }) => {
      const { inserted, copied, members } = of(id) ?? (used ? { inserted: 0, copied: 0, members: 0 } : { inserted: null, copied: null, members: null })
      return { id, version, publishedOn: dayOf(publishedAt), inserted, copied, members, title }
    })
    .sort((a, b) => (b.inserted ?? 0) + (b.copied ?? 0) - (a.inserted ?? 0) - (a.copied ?? 0) || (a.id < b.id ? -1 : 1))
}

async function usageOf(client: Client, days: number): Promise<Usage | null> {
  try {
    return await client('usage', { request: { days } })
  } catch (fault) {
    if (fault instanceof ClientFault && fault.status === 403) return null
    throw fault
  }
}

function usedWords({ inserted, copied }: SnippetRow, days: number): string {
  if (inserted === null || copied === null) return ''
  return inserted + copied === 0 ? `not used in ${days} days` : `used ${inserted + copied} times`
}

function lines(rows: string[][]): string {
  const columns = (rows[0]?.length ?? 1) - 1
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`).join('')
}
