// Playbooks, snippets and site profiles as last heard from the hub, and the versions that runs here are pinned to.
import type { PlaybookVersion } from '../schema/playbook.ts'
import { SiteProfile } from '../schema/site.ts'
import { Snippet } from '../schema/snippet.ts'
import { whole } from './checked.ts'
import { moveOpenRuns } from './run-moves.ts'
import type { Db, Tx } from './schema.ts'
import { write } from './transact.ts'

export interface LibraryContent {
  playbooks: PlaybookVersion[]
  snippets: Snippet[]
  sites: SiteProfile[]
}

/** Checked when they arrive and only sketched here: a full parse of a thousand playbooks costs more than reading them. */
export async function listPlaybooks(db: Db): Promise<PlaybookVersion[]> {
  return (await db.getAll('playbooks')).filter(isPlaybook)
}

export async function listSnippets(db: Db): Promise<Snippet[]> {
  return whole(Snippet, await db.getAll('snippets'))
}

export async function listSites(db: Db): Promise<SiteProfile[]> {
  return whole(SiteProfile, await db.getAll('sites'))
}

/** The live version; with a number that one, as far as it is on this device. */
export async function getPlaybook(db: Db, id: string, version: number | null = null): Promise<PlaybookVersion | null> {
  const live = await db.get('playbooks', id)
  if (isPlaybook(live) && (version === null || live.version === version)) return live
  if (version === null) return null
  const pinned = await db.get('playbookVersions', [id, version])
  return isPlaybook(pinned) ? pinned : null
}

/** After publishing from this device: the live version unless a newer one is here already. Open runs follow where it says so. */
export function putPlaybook(db: Db, playbook: PlaybookVersion): Promise<boolean> {
  return write(db, ['playbooks', 'playbookVersions', 'runs'], async (tx) => {
    const isNewer = await storeNewer(tx, 'playbooks', playbook)
    await moveOpenRuns(tx, [playbook.id])
    return isNewer
  })
}

/** Versions never go back. */
export async function storeNewer<S extends 'playbooks' | 'snippets' | 'sites'>(
  tx: Tx,
  name: S,
  record: { playbooks: PlaybookVersion; snippets: Snippet; sites: SiteProfile }[S],
): Promise<boolean> {
  const store = tx.objectStore(name)
  const before = await store.get(record.id)
  if (before && before.version >= record.version) return false
  await store.put(record)
  return true
}

/** The hub's whole library instead of what is here; pinned versions stay. Needs all three stores in the transaction. */
export async function replaceLibrary(tx: Tx, { playbooks, snippets, sites }: LibraryContent): Promise<void> {
  await replaceAll(tx, 'playbooks', playbooks)
  await replaceAll(tx, 'snippets', snippets)
  await replaceAll(tx, 'sites', sites)
}

/** Needs the store in the transaction. */
export async function replaceAll(tx: Tx, name: 'playbooks' | 'snippets' | 'sites' | 'members' | 'summaries', records: { id: string }[]): Promise<void> {
  const store = tx.objectStore(name)
  await store.clear()
  for (const record of records) await store.put(record as never)
}

function isPlaybook(value: PlaybookVersion | undefined): value is PlaybookVersion {
  return typeof value?.id === 'string' && typeof value.version === 'number' && Array.isArray(value.document?.sections)
}
