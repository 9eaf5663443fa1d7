// What the term finder has to agree with, written for reading and not for speed: every term is looked for by itself in the whole text.

const spaceless = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}'
const solo = `[[\\p{L}\\p{N}]&&[${spaceless}]]\\p{M}*`
const spaced = `[[\\p{L}\\p{N}]--[${spaceless}]]`
const letter = `[\\p{L}--[${spaceless}]]`
const word = new RegExp(`${solo}|${spaced}[${spaced}\\p{M}]*(?:'${letter}[${spaced}\\p{M}]*)*`, 'gv')

export function naiveWords(text: string): string[] {
  const visible = text.replaceAll(/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
  return visible.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(word) ?? []
}

export function naivelyHas(text: string, term: string): boolean {
  const words = naiveWords(text)
  const near = /^near:(\d+) (.*)$/is.exec(term)
  if (!near) {
    const phrase = naiveWords(term)
    return phrase.length > 0 && words.some((_, at) => phrase.every((one, offset) => words[at + offset] === one))
  }
  const wanted = new Set(naiveWords(near[2]!))
  const within = Number(near[1])
  return wanted.size > 0 && words.some((_, at) => [...wanted].every((one) => words.slice(at, at + within + 1).includes(one)))
}
