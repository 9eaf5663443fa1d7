// What is kept under its own hash: the bytes of the pictures and the text of the playbook.
import { fromBase64, toBase64 } from '../base64.ts'
import { isSame } from '../canonical-json.ts'
import { list, member, said } from './loose.ts'
import { type Finding, found } from './report.ts'
import type { Sha256Of } from './seal.ts'

/** `shown`: the bytes as the page shows them, by number; null where there is no page and they stand in the data. */
export function pictureFindings(content: unknown, shown: Map<number, string> | null, sha256: Sha256Of): Finding[] {
  return list(content, 'pictures').flatMap((picture, at): Finding[] => {
    const name = `Picture ${at + 1}`
    const isKept = member(picture, 'receivedAt') !== null
    const base64 = shown ? shown.get(at + 1) : member(picture, 'base64')
    if (base64 === undefined) return isKept ? [found('picture', name, 'removed')] : []
    if (!isKept) return [found('picture', name, 'added')]
    const bytes = bytesOf(said(base64))
    return bytes && sha256(bytes) === member(picture, 'hash') ? [] : [found('picture', name, 'changed', `${name} is not the one that was stored.`)]
  })
}

/** Null also where the same bytes are usually written otherwise: the text is what must not change. */
function bytesOf(base64: string): Uint8Array | null {
  try {
    const bytes = fromBase64(base64)
    return toBase64(bytes) === base64 ? bytes : null
  } catch {
    return null
  }
}

export function playbookFindings(content: unknown, sha256: Sha256Of): Finding[] {
  const playbook = member(content, 'playbook') ?? null
  if (playbook === null) return []
  const pinned = member(member(member(member(content, 'escalation'), 'content'), 'run'), 'playbook')
  const name = `The playbook, version ${member(playbook, 'version')}`
  if (sha256(said(member(playbook, 'markdown'))) !== member(playbook, 'hash'))
    return [found('playbook', name, 'changed', `${name}, does not have the text of its hash.`)]
  const isPinned = ['id', 'version', 'hash'].every((key) => isSame(member(playbook, key) ?? null, member(pinned, key) ?? null))
  return isPinned ? [] : [found('playbook', name, 'changed', `${name}, is not the one that the run was worked by.`)]
}
