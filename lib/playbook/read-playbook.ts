// One reading of a playbook with everything that is known of it afterwards: the document, where its parts stand, the problems.
import { PlaybookDocument } from '../schema/playbook.ts'
import { readFrontMatter } from './front-matter.ts'
import { plainLines, readMarkdown } from './markdown.ts'
import { createReport, fileStart, placeOf, type Report } from './problem.ts'
import { type Reading, startReading } from './reading.ts'
import { readSections } from './sections.ts'
import { allSteps, assignIds, scopesOf } from './step-ids.ts'
import { checkStepCount } from './steps.ts'
import { isReadable } from './text-limits.ts'

export interface Read {
  document: PlaybookDocument | null
  /** Null when the text was not even read. */
  reading: Reading | null
  report: Report
}

/** Never throws: what cannot be read becomes a problem. */
export function readPlaybook(markdown: string): Read {
  const report = createReport()
  try {
    const text = plainLines(markdown)
    if (!isReadable(text, report)) return { document: null, reading: null, report }
    return readText(text, report)
  } catch (error) {
    const message = `The file cannot be read: ${error instanceof Error ? error.message : String(error)}`
    report.error(fileStart, 'unreadable', message, 'Remove what was added last and try again; please report the file to the makers of Handrail.')
    return { document: null, reading: null, report }
  }
}

function readText(text: string, report: Report): Read {
  const root = readMarkdown(text)
  const reading = startReading(report, text, root)
  const front = readFrontMatter(root, reading)
  const { intro, sections } = readSections(root.children, front.title, reading)
  for (const scope of scopesOf(sections)) {
    for (const target of assignIds(scope, reading.writtenIds)) {
      const place = reading.places.get(target) ?? fileStart
      report.error(place, 'duplicate-id', `The id "${reading.writtenIds.get(target)}" is already used.`, 'Give one of the two another {#id}, or remove it.')
    }
  }
  const steps = sections.flatMap((section) => allSteps(section.steps))
  checkStepCount(steps, reading)
  const document: PlaybookDocument = { ...front, intro, sections }
  const start = root.children[0]
  if (start?.type === 'yaml') reading.places.set(document, placeOf(start))
  const checked = PlaybookDocument.safeParse(document)
  if (checked.success) return { document, reading, report }
  if (!report.problems.some((problem) => problem.severity === 'error')) {
    const path = checked.error.issues[0]?.path.join('.') ?? ''
    report.error(fileStart, 'too-long', `A text is longer than allowed, at ${path}.`, 'Shorten it, or split it into several paragraphs.')
  }
  return { document: null, reading, report }
}
