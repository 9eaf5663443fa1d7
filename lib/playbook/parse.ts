// Markdown to playbook. Collects every problem with its place; never throws, whatever it is given.
import type { PlaybookDocument } from '../schema/playbook.ts'
import { inReadingOrder, type Problem } from './problem.ts'
import { readPlaybook } from './read-playbook.ts'

/** With errors the document is what could be read, for a preview; it must not be published. Null when nothing could be. */
export function parsePlaybook(markdown: string): { document: PlaybookDocument | null; problems: Problem[] } {
  const { document, report } = readPlaybook(markdown)
  return { document, problems: inReadingOrder(report.problems) }
}
