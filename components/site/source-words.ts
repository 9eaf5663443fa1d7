// A way to read a value, said in words.
import { isRight, readElsewhere, survives, type Tried } from '../../lib/domain/rank-sources.ts'
import type { FieldSource, ReadAs } from '../../lib/schema/site.ts'

export const readAsWords: Record<ReadAs, string> = {
  trim: 'Text',
  number: 'Number',
  money: 'Amount of money',
  date: 'Day',
  'date-dmy': 'Day, day before month',
  'date-mdy': 'Day, month before day',
  email: 'E-mail address',
  id: 'Id',
}

export function sourceWords(source: FieldSource): string {
  switch (source.from) {
    case 'label':
      return `Beside the text “${source.label}”${source.within ? `, in ${source.within}` : ''}`
    case 'selector':
      return source.attribute ? `${source.selector}, its ${source.attribute}` : source.selector
    case 'title':
      return 'In the title of the page'
    case 'url':
      return source.name ? `In the address, ${source.name}=` : source.part === 'hash' ? 'In the address, behind #' : 'In the address'
  }
}

/** What speaks for it and against it; ADR 16 says what is meant. */
export function verdictWords(tried: Tried, isId: boolean): { words: string; isGood: boolean }[] {
  const { count, elsewhere, renamed, moved } = tried
  const said: { words: string; isGood: boolean }[] = []
  if (!isRight(tried)) said.push({ words: 'Reads something else here', isGood: false })
  if (renamed === false) said.push({ words: 'Hangs on a name that a machine made', isGood: false })
  if (moved === false) said.push({ words: 'Reads something else when more comes in above', isGood: false })
  if (renamed === null || moved === null) said.push({ words: 'Not tried in a copy: the page is too large', isGood: false })
  else if (survives(tried)) said.push({ words: 'Survives a re-render', isGood: true })
  if (count > 1 && tried.wanted !== null) said.push({ words: `Fits ${count} places; the first is read`, isGood: false })
  const read = readElsewhere(tried, isId)
  if (elsewhere.length > 0)
    said.push({ words: `Reads ${read} of ${elsewhere.length} other open ${elsewhere.length === 1 ? 'case' : 'cases'}`, isGood: read > 0 })
  return said
}
