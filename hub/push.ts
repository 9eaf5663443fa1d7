// Publishes what changed in a folder: playbooks against the version that the hub has now, snippets and sites likewise.
import { printSite } from '../lib/playbook/site-file.ts'
import { printSnippet } from '../lib/playbook/snippet-file.ts'
import type { Snapshot } from '../lib/schema/feed.ts'
import type { Rollout } from '../lib/schema/rollout.ts'
import type { Client } from './client.ts'
import type { FolderItem } from './playbook-folder.ts'
import { sha256Hex } from './secrets.ts'

export interface Pushed {
  kind: FolderItem['kind']
  id: string
  version: number
  isNew: boolean
}

/** Snippets and sites first, so that no playbook names a snippet that agents do not have yet. */
const order = ['snippet', 'site', 'playbook'] as const

/** `now`: what the hub has, asked before. `said`: of each playbook that changed. */
export async function pushItems(client: Client, now: Snapshot, items: FolderItem[], said: { note: string; rollout?: Rollout }): Promise<Pushed[]> {
  const pushed: Pushed[] = []
  for (const kind of order) {
    for (const item of items) {
      if (item.kind !== kind || hashOf(item) === publishedHash(now, item)) continue
      const version = await publish(client, item, now, said)
      pushed.push({ kind, id: item.id, version, isNew: version === 1 })
    }
  }
  return pushed
}

async function publish(client: Client, item: FolderItem, now: Snapshot, said: { note: string; rollout?: Rollout }): Promise<number> {
  const params = { id: item.id }
  if (item.kind === 'snippet') return (await client('publishSnippet', { params, request: item.draft })).version
  if (item.kind === 'site') return (await client('publishSite', { params, request: item.draft })).version
  const base = now.playbooks.find(({ id }) => id === item.id)?.version ?? null
  return (await client('publishPlaybook', { params, request: { markdown: item.markdown, base, ...said } })).version
}

function hashOf(item: FolderItem): string {
  return sha256Hex(item.kind === 'playbook' ? item.markdown : item.kind === 'snippet' ? printSnippet(item.draft) : printSite(item.draft))
}

function publishedHash(now: Snapshot, { kind, id }: FolderItem): string | undefined {
  const published = kind === 'playbook' ? now.playbooks : kind === 'snippet' ? now.snippets : now.sites
  return published.find((version) => version.id === id)?.hash
}
