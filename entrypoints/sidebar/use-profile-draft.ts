// The profile that is being made for the site on screen: begun from what the team has, kept at each change, changed back step by step.
import { useCallback, useEffect, useRef, useState } from 'react'
import { beginDraft, onPage, type ProfileDraft, readDraft } from '../../lib/domain/profile-draft.ts'
import type { SiteProfile } from '../../lib/schema/site.ts'
import type { ReadingActions } from './reading-actions.ts'
import type { SidebarStore } from './store.ts'

export interface DraftDesk {
  draft: ProfileDraft | null
  /** As the team has it now; null for a new one. */
  newest: SiteProfile | null
  isChanged: boolean
  change: (next: ProfileDraft) => void
  /** Null where nothing was changed. */
  undo: (() => void) | null
  /** Begins anew from what the team has, or from what was just published. */
  restart: (published?: SiteProfile) => Promise<void>
}

export function useProfileDraft(
  { drafts }: SidebarStore,
  actions: ReadingActions,
  url: string | null,
  moved: unknown,
  onFault: (cause: unknown) => void,
): DraftDesk {
  const origin = url === null ? null : new URL(url).origin
  const key = `site:${origin}`
  const [profiles, setProfiles] = useState<SiteProfile[] | null>(null)
  const [draft, setDraft] = useState<ProfileDraft | null>(null)
  const [past, setPast] = useState<ProfileDraft[]>([])
  const [isChanged, setChanged] = useState(false)
  const fault = useRef(onFault)
  fault.current = onFault

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever anything moved
  useEffect(() => {
    let isHere = true
    actions.profiles().then(
      (sites) => isHere && setProfiles(sites),
      (cause) => isHere && fault.current(cause),
    )
    return () => {
      isHere = false
    }
  }, [actions, moved])

  const isKnown = profiles !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer list of profiles changes no draft that was begun
  useEffect(() => {
    if (url === null || !profiles) return
    let isHere = true
    void drafts.load(key).then((text) => {
      if (!isHere) return
      const kept = readDraft(text)
      setDraft(onPage(kept ?? beginDraft(profiles, url), url))
      setChanged(kept !== null)
      setPast([])
    })
    return () => {
      isHere = false
    }
  }, [drafts, key, url, isKnown])

  const put = useCallback(
    (next: ProfileDraft) => {
      setDraft(next)
      setChanged(true)
      drafts.keep(key, JSON.stringify(next))
    },
    [drafts, key],
  )
  const back = past.at(-1)
  return {
    draft,
    newest: profiles?.find(({ id }) => id === draft?.id) ?? null,
    // A new profile is worth publishing as it was begun.
    isChanged: isChanged || draft?.base === null,
    change(next) {
      if (draft) setPast([...past.slice(-49), draft])
      put(next)
    },
    undo: back
      ? () => {
          setPast(past.slice(0, -1))
          put(back)
        }
      : null,
    async restart(published) {
      const heard = await actions.profiles()
      // The feed may not have brought it yet.
      const sites = published ? [...heard.filter(({ id }) => id !== published.id), published] : heard
      drafts.keep(key, '')
      setProfiles(sites)
      setPast([])
      setChanged(false)
      if (url !== null) setDraft(beginDraft(sites, url))
    },
  }
}
