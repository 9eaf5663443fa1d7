// What becomes of the answers of a run that moves to another version, in one sentence.
import type { RunMove } from '../../lib/schema/run.ts'

const answers = (count: number) => (count === 1 ? '1 answer' : `${count} answers`)

/** "4 answers kept, 2 asked again, 1 of a step that is gone. Earlier answers stay in sight." */
export function moveWords({ kept, asked, gone }: Pick<RunMove, 'kept' | 'asked' | 'gone'>): string {
  if (kept + asked + gone === 0) return 'Nothing was answered yet.'
  const lost = asked + gone
  if (lost === 0) return kept === 1 ? 'The answer is kept.' : `All ${kept} answers are kept.`
  const parts = [`${answers(kept)} kept`]
  if (asked > 0) parts.push(`${asked} asked again`)
  if (gone > 0) parts.push(gone === 1 ? '1 of a step that is gone' : `${gone} of steps that are gone`)
  return `${parts.join(', ')}. Earlier answers stay in sight.`
}
