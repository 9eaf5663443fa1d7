// Which versions are news for a member of the team, and what each is compared with.
import type { VersionNews } from '../schema/news.ts'
import type { PlaybookVersion } from '../schema/playbook.ts'
import type { Receipt } from '../schema/receipt.ts'
import { owesConfirmation, sinceFor } from './confirmation.ts'

/** Kept to be read for so long after it was read. */
const keptMs = 30 * 24 * 60 * 60 * 1000

interface Reader {
  id: string
  joinedAt: number
}

/**
 * Versions that others published since this member joined, and those that have to be confirmed. What was published before is the library
 * that the member began with, not news. `read` counts an earlier version as known, too.
 */
export function versionNews(
  playbooks: readonly PlaybookVersion[],
  receipts: readonly Receipt[],
  read: readonly string[],
  reader: Reader,
  now: number,
): VersionNews[] {
  const put = new Set(read)
  return playbooks.flatMap((playbook) => {
    const { id, version, document, note, publishedBy: by, publishedAt: at } = playbook
    const isOwed = owesConfirmation(playbook, receipts, reader.id)
    if (by.id === reader.id && !isOwed) return []
    const isRecent = at > reader.joinedAt && (at > now - keptMs || !put.has(versionKey(id, version)))
    if (!isOwed && !isRecent) return []
    const since = sinceFor(playbook, isOwed, receipts, reader.joinedAt, newestRead(put, id, version))
    const isMet = receipts.some((receipt) => receipt.playbookId === id && receipt.version >= version)
    return [{ playbookId: id, version, title: document.title, note, by, at, since, isOwed, isMet }]
  })
}

/** The key of a version among the news. */
export const versionKey = (id: string, version: number) => `version:${id}:${version}`

function newestRead(read: ReadonlySet<string>, id: string, below: number): number | null {
  for (let version = below - 1; version > 0; version -= 1) if (read.has(versionKey(id, version))) return version
  return null
}
