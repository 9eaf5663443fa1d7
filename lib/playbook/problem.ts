// A fault in a file that a person wrote: where it is, what is wrong, and what to write instead. Never thrown, always collected.

export interface Problem {
  /** A hint is no fault: it is told only to who asks for it. */
  severity: 'error' | 'warning' | 'hint'
  /** 1-based. */
  line: number
  /** 1-based, in UTF-16 units. */
  column: number
  code: string
  message: string
  /** What to do, as an imperative sentence. */
  fix: string
}

export interface Place {
  line: number
  column: number
}

/** One line for a terminal or a log: `file:line:column error code: message (fix: ...)`. */
export function formatProblem(problem: Problem, file: string): string {
  return `${file}:${problem.line}:${problem.column} ${problem.severity} ${problem.code}: ${problem.message} (fix: ${problem.fix})`
}

export interface Report {
  readonly problems: Problem[]
  error(place: Place, code: string, message: string, fix: string): void
  warn(place: Place, code: string, message: string, fix: string): void
  hint(place: Place, code: string, message: string, fix: string): void
}

export function createReport(): Report {
  const problems: Problem[] = []
  const add = (severity: Problem['severity']) => (place: Place, code: string, message: string, fix: string) => {
    problems.push({ severity, line: place.line, column: place.column, code, message, fix })
  }
  return { problems, error: add('error'), warn: add('warning'), hint: add('hint') }
}

export function inReadingOrder(problems: Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

export const fileStart: Place = { line: 1, column: 1 }

/** Where a node of the syntax tree starts. */
export function placeOf(node: { position?: { start: Place } | undefined }): Place {
  return node.position ? { line: node.position.start.line, column: node.position.start.column } : fileStart
}

export const lineOf = (node: Parameters<typeof placeOf>[0]): number => placeOf(node).line

/** What a person typed, short enough for a message. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`
}
