// Comma-separated text to rows, as RFC 4180 writes it: quotes around a field, two quotes for one, line ends inside quotes. Also semicolons and tabs,
// as spreadsheets save them. A small reader of our own, because nothing among the dependencies reads CSV and this is all of it.

export interface CsvRow {
  /** Of its first character, 1-based. */
  line: number
  cells: string[]
}

/** A fault names its line; the rows before it are not returned, because a lost quote changes what every row after it means. */
export function readCsv(text: string): { rows: CsvRow[] } | { fault: { line: number; message: string; fix: string } } {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let line = 1
  let row: CsvRow = { line, cells: [] }
  let at = 0
  while (at < source.length) {
    let cell = ''
    if (source[at] === '"') {
      const start = line
      for (at++; ; at++) {
        if (at >= source.length)
          return { fault: { line: start, message: 'A quote that opens here is never closed.', fix: 'Close it with ", and write "" for a quote inside.' } }
        if (source[at] === '\n') line++
        if (source[at] !== '"') cell += source[at]
        else if (source[at + 1] === '"') cell += source[++at]
        else break
      }
      at++
      if (at < source.length && source[at] !== separator && source[at] !== '\n') {
        return { fault: { line, message: 'Text follows a closing quote.', fix: 'Put the whole field in quotes, and write "" for a quote inside.' } }
      }
    } else {
      const end = endOfCell(source, at, separator)
      cell = source.slice(at, end)
      at = end
    }
    row.cells.push(cell)
    const isEnd = at >= source.length || source[at] === '\n'
    if (isEnd) {
      if (row.cells.length > 1 || row.cells[0]?.trim() !== '') rows.push(row)
      line++
      row = { line, cells: [] }
    } else if (at === source.length - 1) row.cells.push('')
    at++
  }
  if (row.cells.length > 0) rows.push(row)
  return { rows }
}

function endOfCell(source: string, start: number, separator: string): number {
  let end = start
  while (end < source.length && source[end] !== separator && source[end] !== '\n') end++
  return end
}

/** The one that the first line has most of, quotes left out. */
function separatorOf(source: string): string {
  const first = (source.split('\n', 1)[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
