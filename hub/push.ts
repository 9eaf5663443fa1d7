// Publishes what changed in a folder. A playbook goes out only against the version that the folder was based on, so that nobody's newer
// work is overwritten unseen; snippets, sites, synonyms and what is masked have one author, the folder.
import { printRedaction } from '../lib/playbook/redaction-file.ts'
import { printSite } from '../lib/playbook/site-file.ts'
import { printSnippet } from '../lib/playbook/snippet-file.ts'
import { printSynonyms } from '../lib/playbook/synonyms-file.ts'
import type { Snapshot } from '../lib/schema/feed.ts'
import type { Rollout } from '../lib/schema/rollout.ts'
import { type Client, ClientFault } from './client.ts'
import type { FolderItem } from './playbook-folder.ts'
import type { Bases } from './push-bases.ts'
import { sha256Hex } from './secrets.ts'

export interface Pushed {
  kind: FolderItem['kind']
  id: string
  version: number
  isNew: boolean
}
export interface Refused {
  id: string
  /** A sentence: who published what, and what to do. */
  reason: string
}
export interface PushOptions {
  note: string
  /** What becomes of cases that are open on an earlier version. */
  rollout?: Rollout
  /** Everybody confirms what is published. */
  confirm?: boolean
  /** What the folder was based on; kept up to date with every playbook that is or becomes the hub's. */
  bases: Bases
  /** Over whatever the hub has. */
  force?: boolean
}

/** Snippets and sites first, so that no playbook names a snippet that agents do not have yet. */
const order = ['snippet', 'site', 'synonyms', 'redaction', 'playbook'] as const
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** `now`: what the hub has, asked before. A playbook that is refused does not keep the others back. */
export async function pushItems(client: Client, now: Snapshot, items: FolderItem[], options: PushOptions): Promise<{ pushed: Pushed[]; refused: Refused[] }> {
  const pushed: Pushed[] = []
  const refused: Refused[] = []
  for (const kind of order) {
    for (const item of items.filter((one) => one.kind === kind)) {
      const result = await push(client, now, item, options)
      if (result === null) continue
      if (typeof result === 'string') refused.push({ id: item.id, reason: result })
      else pushed.push({ kind, id: item.id, version: result.version, isNew: result.version === 1 })
    }
  }
  return { pushed, refused }
}

/** Null where the hub has it already, a sentence where it was refused. */
async function push(client: Client, now: Snapshot, item: FolderItem, options: PushOptions): Promise<{ version: number } | string | null> {
  const params = { id: item.id }
  if (item.kind === 'playbook') return pushPlaybook(client, now, item, options)
  if (item.kind === 'snippet') {
    const isThere = now.snippets.some(({ id, hash }) => id === item.id && hash === sha256Hex(printSnippet(item.draft)))
    return isThere ? null : client('publishSnippet', { params, request: item.draft })
  }
  if (item.kind === 'synonyms') {
    const isThere = now.synonyms ? now.synonyms.hash === sha256Hex(printSynonyms(item.draft)) : item.draft.lists.length === 0
    return isThere ? null : client('publishSynonyms', { request: item.draft })
  }
  if (item.kind === 'redaction') {
    const isThere = now.redaction?.hash === sha256Hex(printRedaction(item.draft))
    return isThere ? null : client('publishRedaction', { request: item.draft })
  }
  const isThere = now.sites.some(({ id, hash }) => id === item.id && hash === sha256Hex(printSite(item.draft)))
  return isThere ? null : client('publishSite', { params, request: item.draft })
}

async function pushPlaybook(
  client: Client,
  { playbooks }: Snapshot,
  { id, markdown }: FolderItem & { kind: 'playbook' },
  { note, rollout, confirm = false, bases, force = false }: PushOptions,
): Promise<{ version: number } | string | null> {
  const newest = playbooks.find((playbook) => playbook.id === id)
  const keep = ({ version, hash }: { version: number; hash: string }) => bases.set(id, { version, hash })
  if (newest && newest.hash === sha256Hex(markdown)) {
    keep(newest)
    return null
  }
  const known = bases.get(id)
  if (newest && !force && (known?.version !== newest.version || known.hash !== newest.hash)) {
    const based = known ? `this folder is based on version ${known.version}` : 'this folder does not know that version'
    return `${newest.publishedBy.name} published version ${newest.version} on ${day.format(newest.publishedAt)} UTC, and ${based}. Take over what you want to keep of it, then push again with --force.`
  }
  try {
    const published = await client('publishPlaybook', {
      params: { id },
      request: { markdown, note, base: newest?.version ?? null, ...(rollout ? { rollout } : {}), ...(confirm ? { confirm } : {}) },
    })
    keep(published)
    return published
  } catch (error) {
    // Somebody was faster since the hub was asked.
    if (error instanceof ClientFault && error.code === 'conflict') return error.message
    throw error
  }
}
