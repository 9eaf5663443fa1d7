// Someone published while this text was being written. Nothing is lost and nothing is overwritten unasked.
import { Button } from '@mantine/core'
import type { PlaybookVersion } from '../../lib/schema/playbook.ts'
import { Notice } from '../ui/Notice.tsx'

interface Props {
  newest: PlaybookVersion
  versionHref: string
  onTop(): void
}

export function ConflictNotice({ newest, versionHref, onTop }: Props) {
  return (
    <Notice
      tone="amber"
      live
      title={`${newest.publishedBy.name} published version ${newest.version} meanwhile`}
      actions={
        <>
          <Button component="a" href={versionHref} target="_blank" size="xs" variant="default">
            View version {newest.version}
          </Button>
          <Button size="xs" variant="default" onClick={onTop}>
            Publish on top of version {newest.version}
          </Button>
        </>
      }
    >
      <p>{newest.note ? `They wrote: ${newest.note}` : 'They left no note.'} Your text is kept on this device.</p>
    </Notice>
  )
}
