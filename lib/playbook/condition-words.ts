// The words of a condition: fields, comparators, quoted texts, parentheses. Knows nothing of grammar.

export interface Word {
  kind: 'name' | 'quoted' | 'comparator' | '(' | ')'
  text: string
  /** Offset in the condition's text. */
  at: number
}

const pattern = /\s*(?:(?<paren>[()])|(?<comparator>!=|<=|>=|=|<|>)|(?<quoted>"(?:[^"\\]|\\.)*")|(?<name>[^\s()=<>!"]+))/y

/** Null with the offset of the first thing that is no word. */
export function readWords(text: string): { words: Word[]; faultAt: number | null } {
  const words: Word[] = []
  const end = text.trimEnd().length
  pattern.lastIndex = 0
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex
    const groups = pattern.exec(text)?.groups
    if (!groups) return { words, faultAt: from }
    const [kind, word] = Object.entries(groups).find(([, value]) => value !== undefined)!
    words.push({ kind: kind === 'paren' ? (word as '(' | ')') : (kind as Word['kind']), text: word!, at: pattern.lastIndex - word!.length })
  }
  return { words, faultAt: null }
}
