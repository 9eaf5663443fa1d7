// The library: the list at the left, one playbook read, named or written beside it.
import { lazy, Suspense, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { NewPlaybookForm } from '../../components/editor/NewPlaybookForm.tsx'
import { PlaybookList } from '../../components/editor/PlaybookList.tsx'
import { playbookTemplate } from '../../components/editor/template.ts'
import { useKeys } from '../../components/inbox/use-keys.ts'
import { isEnded } from '../../lib/domain/flag.ts'
import type { Flag } from '../../lib/schema/flag.ts'
import { useDesk, useDeskState } from './desk-context.ts'
import styles from './frame.module.css'
import { LoadFault } from './LoadFault.tsx'
import { notifyFailure } from './notify.ts'
import { PlaybookReader } from './PlaybookReader.tsx'
import { hrefs } from './routes.ts'
import { useMember } from './use-member.ts'
import { useNow } from './use-now.ts'

const PlaybookEditScreen = lazy(() => import('./PlaybookEditScreen.tsx').then(({ PlaybookEditScreen }) => ({ default: PlaybookEditScreen })))

interface Props {
  slug: string | null
  mode: 'read' | 'edit' | 'new'
  /** An older version to read. */
  version?: number
}

function countOpen(flags: Flag[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { content } of flags.filter((flag) => !isEnded(flag))) counts.set(content.playbook.id, (counts.get(content.playbook.id) ?? 0) + 1)
  return counts
}

export function PlaybooksScreen({ slug, mode, version }: Props) {
  const { drafts, store } = useDesk()
  const member = useMember()
  const now = useNow()
  const [, navigate] = useLocation()
  const playbooks = useDeskState((state) => state.playbooks)
  const fault = useDeskState(({ faults }) => faults.playbooks)
  const searchRef = useRef<HTMLInputElement>(null)
  const heard = useDeskState((state) => state.flags)
  const flags = useMemo(() => countOpen(heard ?? []), [heard])
  useKeys({ '/': () => searchRef.current?.focus() })

  if (playbooks === null) return fault ? <LoadFault failure={fault} onRetry={() => void store.load('playbooks')} /> : null
  const open = playbooks.find(({ id }) => id === slug) ?? null

  const create = async (id: string, title: string) => {
    try {
      // A draft of the same name from before is somebody's work: never written over.
      const { text } = await drafts.get(`playbook:${id}`)
      if (text === '') {
        await drafts.set(`playbook:${id}:base`, '0')
        await drafts.set(`playbook:${id}`, playbookTemplate(title, member.name))
      }
      navigate(`/playbooks/${id}/edit`)
    } catch (cause) {
      notifyFailure(cause)
    }
  }

  if (mode === 'edit' && slug !== null) {
    return (
      <Suspense>
        <PlaybookEditScreen key={slug} slug={slug} newest={open} />
      </Suspense>
    )
  }
  return (
    <div className={styles.split}>
      <section className={`${styles.side} ${styles.sideHead}`} aria-label="Library">
        <PlaybookList playbooks={playbooks} now={now} open={slug} flags={flags} searchRef={searchRef} hrefOf={hrefs.playbook} newHref={hrefs.newPlaybook} />
      </section>
      <div className={styles.main}>
        {mode === 'new' && <NewPlaybookForm taken={new Set(playbooks.map(({ id }) => id))} onCreate={(id, title) => void create(id, title)} />}
        {mode === 'read' && open && <PlaybookReader key={open.id} newest={open} version={version ?? open.version} now={now} />}
        {mode === 'read' && slug !== null && !open && <p className={styles.nothing}>The team has no playbook with the id {slug}.</p>}
        {mode === 'read' && slug === null && (
          <div className={styles.nothing}>
            <h1 className={styles.spoken}>Playbooks</h1>
            {playbooks.length > 0 && <p>Choose a playbook to read or edit it.</p>}
          </div>
        )}
      </div>
    </div>
  )
}
