// The one snippet of one's own that is being written, as it is kept while it is typed.
import type { OwnDraft } from './state.ts'

export const ownDraftKey = 'own-snippet'

/** Null where nothing is being written, or what was kept is none. */
export function readOwnDraft(kept: string): OwnDraft | null {
  try {
    const { id, title, body } = JSON.parse(kept) as Record<string, unknown>
    return typeof title === 'string' && typeof body === 'string' ? { title, body, ...(typeof id === 'string' ? { id } : {}) } : null
  } catch {
    return null
  }
}
