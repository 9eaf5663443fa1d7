// What was masked in a piece of evidence, read from the marks that stand in it: the count of an escalation knows only what was found as it was sent.
import type { MaskedKinds, MaskKind } from '../schema/redaction.ts'
import { wordsMask } from './mask-words.ts'
import { maskedWords } from './masked-words.ts'

const marks = /\[(?:e-mail at [^[\]]{1,255}|(card|IBAN|id|phone) ending \w{2,4}|(?:([^[\]]{1,60}) )?removed)\]/g
const removed: Record<string, MaskKind> = { 'private key': 'key', key: 'key', token: 'token', code: 'code' }

function kindOf(ending: string | undefined, name: string | undefined, mark: string): MaskKind {
  if (ending) return ending.toLowerCase() as MaskKind
  if (name !== undefined) return removed[name] ?? 'rule'
  return mark === '[removed]' ? 'password' : 'email'
}

/** "1 card number, words in 2 places"; null where nothing was masked. */
export function markedWords(text: string): string | null {
  const masked: MaskedKinds = {}
  let [maskedCount, byHand] = [0, 0]
  for (const [mark, ending, name] of text.matchAll(marks)) {
    if (mark === wordsMask) {
      byHand += 1
      continue
    }
    const kind = kindOf(ending, name, mark)
    maskedCount += 1
    masked[kind] = (masked[kind] ?? 0) + 1
  }
  const said = [maskedWords({ maskedCount, masked }), byHand > 0 ? `words in ${byHand === 1 ? 'one place' : `${byHand} places`}` : null]
  return said.filter((part) => part !== null).join(', ') || null
}
