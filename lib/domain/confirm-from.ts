// Which version everybody has to confirm, as the hub decides it at each publish. A confirmation outlives versions that change nothing of
// weight, and is asked for again as soon as one does.
import type { PlaybookDocument } from '../schema/playbook.ts'
import { diffPlaybooks, isMaterial } from './playbook-diff.ts'

interface Asked {
  /** The newest version that has to be confirmed so far; null where none has. */
  confirmFrom: number | null
  /** What that version says: small changes add up, so it is the one to compare with. */
  document: PlaybookDocument | null
}

/** For the version `next`, by what was asked before it and whether its publish asks. */
export function confirmFromAfter({ confirmFrom, document }: Asked, next: { version: number; document: PlaybookDocument }, isAsked: boolean): number | null {
  if (isAsked) return next.version
  if (confirmFrom === null || document === null) return null
  return isMaterial(diffPlaybooks(document, next.document)) ? next.version : confirmFrom
}
