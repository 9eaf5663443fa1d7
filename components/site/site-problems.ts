// What lint says of a profile that is being made, each with the part that it is about. The same checks as the command line and the hub.

import { type ProfileDraft, pageOf, type RowKey } from '../../lib/domain/profile-draft.ts'
import { adviseSite } from '../../lib/playbook/lint-site.ts'
import type { Place, Problem } from '../../lib/playbook/problem.ts'
import { createReport } from '../../lib/playbook/problem.ts'
import { checkSite, type Path } from '../../lib/playbook/site-checks.ts'
import { selectorFault } from '../../lib/playbook/site-selectors.ts'
import { SiteDraft } from '../../lib/schema/site.ts'

export interface SiteProblem extends Pick<Problem, 'severity' | 'message' | 'fix'> {
  path: Path
}

/** Unset names and sources of fields are said in words of this screen; the rest as lint says it. */
export function problemsOf({ site }: ProfileDraft): SiteProblem[] {
  const shape = SiteDraft.safeParse(site)
  if (!shape.success)
    return shape.error.issues.map(({ path, message }) => ({ path: path as Path, severity: 'error', message: `${String(path.at(-1))}: ${message}.`, fix: '' }))
  const found: SiteProblem[] = []
  checkSite(shape.data, (path, _code, message, fix) => found.push({ path, severity: 'error', message, fix }))
  // Lint speaks of places in a file. Here a line is the number of a path.
  const paths: Path[] = []
  const report = createReport()
  adviseSite(shape.data, null, (path): Place => ({ line: paths.push(path), column: 1 }), report)
  for (const { line, severity, message, fix, code } of report.problems)
    if (code !== 'not-verified') found.push({ path: paths[line - 1] ?? [], severity, message, fix })
  return found
}

/** Those of one row of the page that is worked at. */
export function problemsAt(problems: SiteProblem[], draft: ProfileDraft, row: RowKey): SiteProblem[] {
  const start = `pages.${draft.at}.${row}`
  return problems.filter(({ path }) => {
    const place = path.join('.')
    return place === start || place.startsWith(`${start}.`)
  })
}

/** Those that stand beside no row. */
export function problemsElsewhere(problems: SiteProblem[], draft: ProfileDraft): SiteProblem[] {
  const rows: RowKey[] = ['caseId', 'text', 'reply', 'notes', ...pageOf(draft).fields.map((_, index): RowKey => `fields.${index}`)]
  const beside = new Set(rows.flatMap((row) => problemsAt(problems, draft, row)))
  return problems.filter((problem) => !beside.has(problem))
}

export const isUsable = (selector: string) => selectorFault(selector) === null
