// One playbook as agents read it, in the version that the address names, beside all its versions.
import { Anchor } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { PlaybookHead } from '../../components/editor/PlaybookHead.tsx'
import { Preview } from '../../components/editor/Preview.tsx'
import styles from '../../components/editor/playbook-page.module.css'
import { VersionList } from '../../components/editor/VersionList.tsx'
import { Notice } from '../../components/ui/Notice.tsx'
import type { Failure } from '../../lib/schema/failure.ts'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { useDesk } from './desk-context.ts'
import { failureOf } from './failure.ts'
import { PlaybookFlags } from './PlaybookFlags.tsx'
import { hrefs } from './routes.ts'
import { useReadings } from './use-readings.ts'

interface Props {
  newest: PlaybookVersion
  version: number
  now: number
}

export function PlaybookReader({ newest, version, now }: Props) {
  const { client } = useDesk()
  const [, navigate] = useLocation()
  const [versions, setVersions] = useState<PlaybookVersion[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means that the list has to be asked for again
  useEffect(() => {
    let gone = false
    client.send('playbook.versions', { id: newest.id }).then(
      (found) => {
        if (!gone) setVersions(found.toSorted((a, b) => b.version - a.version))
      },
      (cause) => {
        if (!gone) setFailure(failureOf(cause))
      },
    )
    return () => {
      gone = true
    }
  }, [client, newest.id, newest.version])

  const readings = useReadings(newest.id, newest.version)
  const isNewest = version === newest.version
  const shown = isNewest ? newest : versions.find((known) => known.version === version)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <article className={styles.page} tabIndex={0} aria-label={newest.document.title}>
      <div className={styles.columns}>
        <div className={styles.text}>
          {!isNewest && (
            <Notice>
              You read version {version}. The team works with version {newest.version}.{' '}
              <Anchor href={hrefs.playbook(newest.id)} inherit>
                Read version {newest.version}
              </Anchor>
            </Notice>
          )}
          {shown && <PlaybookHead playbook={shown} now={now} editHref={isNewest ? hrefs.playbookEdit(newest.id) : null} />}
          {isNewest && <PlaybookFlags playbook={newest} now={now} />}
          {shown && <Preview document={shown.document} onPlaybook={(id) => navigate(`/playbooks/${id}`)} />}
          {failure && <Notice tone="amber">The older versions could not be loaded. {failure.message}</Notice>}
        </div>
        {versions.length > 0 && (
          <VersionList
            versions={versions}
            shown={version}
            now={now}
            readings={readings}
            hrefOf={(number) => (number === newest.version ? hrefs.playbook(newest.id) : hrefs.playbookVersion(newest.id, number))}
          />
        )}
      </div>
    </article>
  )
}
