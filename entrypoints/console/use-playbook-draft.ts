// The text of a playbook while it is being written, and the version that it was written on top of. Both survive a crash.
import { useState } from 'react'
import { useDraft } from '../../components/editor/use-draft.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { useDesk } from './desk-context.ts'

/** An emptied editor is a draft as well; only no text at all means "no draft". */
const emptied = '\n'

export function usePlaybookDraft(slug: string, newest: PlaybookVersion | null) {
  const { drafts, now } = useDesk()
  const draft = useDraft(drafts, `playbook:${slug}`, now)
  const baseDraft = useDraft(drafts, `playbook:${slug}:base`, now)
  const [discarded, setDiscarded] = useState<{ text: string; base: string } | null>(null)

  const published = newest?.markdown ?? ''
  const newestVersion = newest?.version ?? null
  const isDirty = draft.text !== '' && draft.text !== published
  const base = isDirty && baseDraft.text !== '' ? Number(baseDraft.text) || null : newestVersion

  const standOn = (version: number | null) => baseDraft.settle(String(version ?? 0))
  return {
    isReady: draft.ready && baseDraft.ready,
    saved: draft,
    source: draft.text === '' ? published : draft.text,
    isDirty,
    /** What to publish on top of; null for a new playbook. */
    base,
    /** Somebody published after this draft was begun. */
    isOvertaken: isDirty && base !== newestVersion,
    mayRestore: discarded !== null,
    change(text: string) {
      setDiscarded(null)
      if (!isDirty) standOn(newestVersion)
      draft.change(text === '' ? emptied : text)
    },
    discard() {
      setDiscarded({ text: draft.text, base: baseDraft.text })
      draft.settle('')
      baseDraft.settle('')
    },
    restore() {
      if (!discarded) return
      draft.settle(discarded.text)
      baseDraft.settle(discarded.base)
      setDiscarded(null)
    },
    standOnNewest: () => standOn(newestVersion),
    /** After publishing: forgets the draft. What was typed meanwhile stays, on top of the version just made; then it answers false. */
    published(sent: string, version: number): boolean {
      const isWhole = draft.clear(sent)
      baseDraft.settle(isWhole ? '' : String(version))
      return isWhole
    },
  }
}
