// Writing a playbook: source at the left, what agents will read at the right, faults below, and the way to publish.
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ChangePreview } from '../../components/editor/ChangePreview.tsx'
import { ConflictNotice } from '../../components/editor/ConflictNotice.tsx'
import { EditorHead } from '../../components/editor/EditorHead.tsx'
import styles from '../../components/editor/editor.module.css'
import { firstError } from '../../components/editor/fault.ts'
import { Preview } from '../../components/editor/Preview.tsx'
import { ProblemList } from '../../components/editor/ProblemList.tsx'
import { PublishBar } from '../../components/editor/PublishBar.tsx'
import { SourceEditor, type SourceHandle } from '../../components/editor/SourceEditor.tsx'
import { DraftWords } from '../../components/inbox/DraftWords.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import { lintPlaybook } from '../../lib/playbook/lint.ts'
import { parsePlaybook } from '../../lib/playbook/parse.ts'
import type { Failure } from '../../lib/schema/failure.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import type { Rollout } from '../../lib/schema/rollout.ts'
import { useDesk } from './desk-context.ts'
import { failureOf } from './failure.ts'
import { notifyDone } from './notify.ts'
import { hrefs } from './routes.ts'
import { useKnownNames } from './use-known-names.ts'
import { useNow } from './use-now.ts'
import { usePlaybookDraft } from './use-playbook-draft.ts'

interface Props {
  slug: string
  newest: PlaybookVersion | null
}

export function PlaybookEditScreen({ slug, newest }: Props) {
  const { client, store } = useDesk()
  const now = useNow()
  const [, navigate] = useLocation()
  const known = useKnownNames()
  const draft = usePlaybookDraft(slug, newest)
  const [isPublishing, setPublishing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const editor = useRef<SourceHandle>(null)
  const source = useDeferredValue(draft.source)
  const document = useMemo(() => parsePlaybook(source).document, [source])
  const faults = useMemo(() => lintPlaybook(source, known), [source, known])
  const error = firstError(faults)

  const obstacle = error ? `Line ${error.line} has an error: ${error.message}` : draft.isDirty ? null : 'Nothing has changed.'

  const publish = async (note: string, rollout: Rollout, confirm: boolean) => {
    setBusy(true)
    setFailure(null)
    try {
      const made = await client.send('playbook.publish', { id: slug, markdown: draft.source, note, base: draft.base, rollout, confirm })
      const isAll = draft.published(draft.source, made.version)
      await store.load('playbooks')
      const words = `${made.document.title}: version ${made.version}. Pushed to the team.`
      notifyDone(isAll ? words : `${words} What you typed since is kept as a draft.`)
      if (isAll) navigate(`/playbooks/${slug}`)
      else setPublishing(false)
    } catch (cause) {
      setFailure(failureOf(cause))
      setPublishing(false)
      await store.load('playbooks')
    } finally {
      setBusy(false)
    }
  }

  if (!draft.isReady) return null
  const isConflict = draft.isOvertaken && newest !== null
  return (
    <div className={styles.editor}>
      <EditorHead
        title={document?.title ?? slug}
        backHref={newest ? hrefs.playbook(slug) : hrefs.playbooks}
        version={draft.base}
        draftWords={<DraftWords draft={draft.saved} now={now} />}
        isDirty={draft.isDirty}
        mayRestore={draft.mayRestore}
        obstacle={obstacle}
        onPublish={() => setPublishing(true)}
        onDiscard={draft.discard}
        onRestore={draft.restore}
        publishBar={
          isPublishing ? (
            <PublishBar
              next={(draft.base ?? 0) + 1}
              busy={busy}
              obstacle={obstacle}
              changes={newest && document && <ChangePreview before={newest.document} after={document} />}
              onPublish={(note, rollout, confirm) => void publish(note, rollout, confirm)}
              onCancel={() => setPublishing(false)}
            />
          ) : null
        }
      />
      <div className={styles.notices}>
        {isConflict && (
          <ConflictNotice
            newest={newest}
            versionHref={hrefs.playbookVersion(slug, newest.version)}
            onTop={() => {
              draft.standOnNewest()
              setFailure(null)
              setPublishing(true)
            }}
          />
        )}
        {failure && !isConflict && (
          <Notice tone="amber" live title="Not published">
            <p>{failure.message}</p>
            <p>Your text is kept on this device. Publish again when you are ready.</p>
          </Notice>
        )}
      </div>
      <div className={styles.panes}>
        <SourceEditor value={draft.source} faults={faults} label="Playbook source" handle={editor} onChange={draft.change} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={styles.previewPane} aria-label="Preview" tabIndex={0}>
          {document ? (
            <>
              <h2>{document.title}</h2>
              <Preview document={document} onPlaybook={(id) => window.open(hrefs.playbook(id))} />
            </>
          ) : (
            <p className={styles.stale}>There is nothing to show yet: the text cannot be read as a playbook. The list below says why.</p>
          )}
        </section>
      </div>
      <div className={styles.problems}>
        <ProblemList faults={faults} onLine={(line) => editor.current?.showLine(line)} />
      </div>
    </div>
  )
}
