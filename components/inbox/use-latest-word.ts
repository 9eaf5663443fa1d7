// Which answer stands at the top of the reader: the one that was there when it was opened. A newer one waits until it is called for, so that
// nothing moves that is being read; a question asked since leaves the answer before it where it stands.
import { useState } from 'react'
import { type LatestWord, latestWord } from '../../lib/domain/latest-word.ts'
import type { Escalation } from '../../lib/schema/escalation.ts'

interface Standing {
  of: string
  word: LatestWord | null
  isCalled: boolean
}

export function useLatestWord(row: Escalation) {
  const { id } = row.content
  const newest = latestWord(row)
  const [kept, setKept] = useState<Standing>({ of: id, word: newest, isCalled: false })
  const standing = kept.of === id ? kept : { of: id, word: newest, isCalled: false }
  if (standing !== kept) setKept(standing)
  return {
    ...standing,
    arrived: newest !== null && newest.id !== standing.word?.id ? newest : null,
    call: () => setKept({ of: id, word: newest, isCalled: true }),
  }
}
