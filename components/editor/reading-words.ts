// Who has read a version and who has not, in one line for the lead who published it.
import type { Reading } from '../../lib/schema/receipt.ts'

const reached = (version: number, newest: number | null) => newest !== null && newest >= version
/** More names than this are a count. */
const named = 4

/** "Seen by 5 of 8, confirmed by 3. Not yet: Mira, Ben." `from`: the version that has to be confirmed; null where none has. */
export function readingWords(version: number, from: number | null, readings: readonly Reading[]): string | null {
  if (readings.length === 0) return null
  const seen = readings.filter((one) => reached(version, one.seen)).length
  const head = `Seen by ${seen} of ${readings.length}`
  if (from === null) return `${head}.`
  const open = readings.filter((one) => !reached(from, one.confirmed)).map(({ member }) => member.name)
  const confirmed = readings.length - open.length
  if (open.length === 0) return `${head}, confirmed by all.`
  const rest = open.length > named ? ` and ${open.length - named + 1} more` : ''
  const names = open.slice(0, rest ? named - 1 : named).join(', ')
  return `${head}, confirmed by ${confirmed}. Not yet: ${names}${rest}.`
}
