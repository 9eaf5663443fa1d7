// Everything that is wrong with a playbook, or will be for the team that works with it: faults of the text, then of the content.
import type { PlaybookDocument } from '../schema/playbook.ts'
import { lintFlow } from './lint-flow.ts'
import { type Known, lintKnown } from './lint-known.ts'
import { lintTriggers } from './lint-triggers.ts'
import { fileStart, inReadingOrder, type Place, type Problem, type Report } from './problem.ts'
import { readPlaybook } from './read-playbook.ts'
import type { Reading } from './reading.ts'

/** `known` is null where the team's snippets, queues and fields are not at hand; names are then not checked. */
export function lintPlaybook(markdown: string, known: Known | null): Problem[] {
  const { document, reading, report } = readPlaybook(markdown)
  if (document && reading) {
    const start = reading.places.get(document) ?? fileStart
    if (!report.problems.some(({ code }) => code === 'front-matter' || code === 'yaml')) {
      lintFrontMatter(document, start, report)
      lintTriggers(document, start, reading, report)
    }
    lintFlow(document, known?.fields ?? [], start, reading, report)
    lintAddresses(reading, report)
    if (known) lintKnown(document, reading, known, report)
  }
  return inReadingOrder(report.problems)
}

function lintFrontMatter(document: PlaybookDocument, start: Place, report: Report): void {
  const reported = (code: string) => report.problems.some((problem) => problem.code === code)
  if (document.owner === null && !reported('owner')) {
    report.warn(start, 'no-owner', 'Nobody is named as owner.', 'Add a line such as "owner: policy@team".')
  }
  if (document.reviewEveryDays === null && !reported('review-every')) {
    report.warn(start, 'no-review', 'No review is planned, so that the playbook will go stale unseen.', 'Add a line such as "review-every: 90d".')
  }
}

/** An address in plain words is not a link here, unlike on GitHub: say so instead of leaving it dead. */
function lintAddresses(reading: Reading, report: Report): void {
  const lines = reading.source.split('\n')
  let fence: string | null = null
  let isFrontMatter = lines[0]?.trimEnd() === '---'
  for (const [index, line] of lines.entries()) {
    if (isFrontMatter) {
      isFrontMatter = index === 0 || line.trimEnd() !== '---'
      continue
    }
    const opening = /^[\s>]*(?:[*+-]\s+)*(```+|~~~+)/.exec(line)?.[1] ?? null
    if (opening && (fence === null || opening.startsWith(fence))) fence = fence === null ? opening : null
    if (fence !== null || opening) continue
    const words = line.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
    const bare = /(?<![(<[\w\\"]|\]: *)https:\/\/[^\s)>\]]+/.exec(words)
    if (bare)
      report.warn({ line: index + 1, column: bare.index + 1 }, 'bare-address', 'This address is not a link.', 'Write [text](https://...) or <https://...>.')
  }
}
