// How far a run is, in words. A skip is named, never counted as done.
import type { Progress } from '../../lib/domain/run.ts'

/** "5 of 8 done, 1 skipped, 1 not applicable". */
export function progressWords({ done, skipped, notApplicable, total }: Progress): string {
  const parts = [`${done} of ${total} done`]
  if (skipped > 0) parts.push(`${skipped} skipped`)
  if (notApplicable > 0) parts.push(`${notApplicable} not applicable`)
  return parts.join(', ')
}
