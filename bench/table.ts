// Prints rows as a table for a terminal, each beside its target, its note underneath.
import { medianOf, quantile, type Row, written } from './row.ts'

const titles = ['what', 'median', 'min', 'max', 'p95', 'n', 'target']
/** With fewer samples the 95th percentile is the slowest one under another name. */
const enoughForTail = 20

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, unit, samples, target }) => {
    const show = (value: number) => written(value, unit)
    const tail = samples.length >= enoughForTail ? show(quantile(samples, 0.95)) : ''
    return [what, show(medianOf(samples)), show(Math.min(...samples)), show(Math.max(...samples)), tail, String(samples.length), target]
  })
  const widths = titles.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]!.length)))
  const lineOf = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 || column === cells.length - 1 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd()
  return [lineOf(titles), ...lines.flatMap((line, at) => [lineOf(line), ...(rows[at]!.note ? [`    ${rows[at]!.note}`] : [])])].join('\n')
}
