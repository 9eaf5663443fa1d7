// A part of the console that could not be loaded: why, and the way to try again.
import { Button } from '@mantine/core'
import { Notice } from '../../components/ui/Notice.tsx'
import type { Failure } from '../../lib/schema/failure.ts'
import styles from './frame.module.css'

interface Props {
  failure: Failure
  onRetry(): void
}

export function LoadFault({ failure, onRetry }: Props) {
  return (
    <div className={styles.fault}>
      <Notice
        tone="amber"
        live
        title="This could not be loaded"
        actions={
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {failure.message}
      </Notice>
    </div>
  )
}
