// What is refused before Markdown is read, because reading it would take longer than a person waits: the reader is quadratic on
// deep nesting and on a paragraph made of formatting marks. No text that a person writes comes near these limits.
import { limits } from '../schema/ids.ts'
import type { Place, Report } from './problem.ts'
import { fileStart } from './problem.ts'

const deepestContainers = 40
const widestIndent = 100
const mostMarks = 1_500
const mostLines = 5_000

/** Reports the first limit that the text breaks; true when it may be read. */
export function isReadable(text: string, report: Report): boolean {
  if (text.length > limits.markdown) {
    const size = `${text.length.toLocaleString('en')} of ${limits.markdown.toLocaleString('en')} characters`
    report.error(fileStart, 'too-large', `The file is too large: ${size}.`, 'Split it into several files.')
    return false
  }
  const lines = text.split('\n')
  if (lines.length > mostLines) {
    const size = `${lines.length.toLocaleString('en')} of ${mostLines.toLocaleString('en')} lines`
    report.error(fileStart, 'too-large', `The file is too large: ${size}.`, 'Split it into several files.')
    return false
  }
  const deep = firstLine(lines, isTooDeep)
  if (deep) report.error(deep, 'too-deep', 'This line is nested deeper than can be read.', 'Move it out of the lists and quotes around it.')
  const tangled = tangledPlace(text)
  if (tangled) {
    report.error(
      tangled,
      'too-many-marks',
      `One paragraph holds more than ${mostMarks} formatting marks.`,
      'Split the paragraph, or put the text into a code block.',
    )
  }
  return deep === null && tangled === null
}

function firstLine(lines: string[], is: (line: string) => boolean): Place | null {
  const index = lines.findIndex(is)
  return index < 0 ? null : { line: index + 1, column: 1 }
}

function isTooDeep(line: string): boolean {
  const containers = /^(?:[\t ]*(?:[>*+-]|\d{1,9}[.)]))+/.exec(line)?.[0] ?? ''
  if (/^[\t ]*([*_-])(?:[\t ]*\1)*[\t ]*$/.test(line)) return false
  const count = containers.replace(/\d+|[\t ]/g, '').length
  return count > deepestContainers || (count > 0 && containers.search(/[^\t ]/) > widestIndent)
}

function tangledPlace(text: string): Place | null {
  let marks = 0
  for (const [index, line] of text.split('\n').entries()) {
    if (/^[\t ]*(?:$|#|[>*+-][\t ]|\d+[.)][\t ])/.test(line)) marks = 0
    marks += line.match(/[~*_[\]`<|&!\\]/g)?.length ?? 0
    if (marks > mostMarks && !/^[\t ]*\|/.test(line)) return { line: index + 1, column: 1 }
  }
  return null
}
