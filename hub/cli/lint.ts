// `handrail lint`: every fault of a playbook folder with file, line and a fix; for people, for programs, or beside the lines on GitHub.
import { relative, resolve, sep } from 'node:path'
import { formatProblem, type Problem } from '../../lib/playbook/problem.ts'
import { type PlaybookFolder, readPlaybookFolder } from '../playbook-folder.ts'
import { annotationOf } from './annotation.ts'
import type { Io } from './io.ts'

export interface Lint {
  json?: boolean
  github?: boolean
  /** The team's queues; without them no queue is checked. */
  queues?: string[]
  /** Tell hints as well: what is no fault, but may be news to whoever wrote it. */
  hints?: boolean
}

/** Answers the exit code. */
export async function lint(dir: string, { json = false, github = false, queues = [], hints = false }: Lint, { out, env }: Io): Promise<number> {
  const read = await readPlaybookFolder(dir, { published: null, queues })
  const folder = hints ? read : withoutHints(read)
  out(json ? document(folder, hints) : github ? annotations(folder, dir, env.GITHUB_WORKSPACE) : report(folder))
  return countErrors(folder) ? 1 : 0
}

const countOf = ({ problems }: PlaybookFolder, wanted: Problem['severity']): number => problems.filter(({ severity }) => severity === wanted).length
export const countErrors = (folder: PlaybookFolder): number => countOf(folder, 'error')

export function withoutHints(folder: PlaybookFolder): PlaybookFolder {
  return { ...folder, problems: folder.problems.filter(({ severity }) => severity !== 'hint') }
}

export function report(folder: PlaybookFolder): string {
  return `${[...folder.problems.map((problem) => formatProblem(problem, problem.file)), summary(folder)].join('\n')}\n`
}

function document(folder: PlaybookFolder, isWithHints: boolean): string {
  const { files } = folder
  const problems = folder.problems.map(({ file, line, column, severity, code, message, fix }) => ({ file, line, column, severity, code, message, fix }))
  const counts = { files: files.length, errors: countErrors(folder), warnings: countOf(folder, 'warning') }
  const hints = isWithHints ? { hints: countOf(folder, 'hint') } : {}
  return `${JSON.stringify({ files, problems, counts: { ...counts, ...hints } }, null, 2)}\n`
}

/** GitHub looks files up from the root of the checkout, wherever the command runs. */
function annotations(folder: PlaybookFolder, dir: string, root = process.cwd()): string {
  const pathOf = (file: string) => relative(root, resolve(dir, file)).replaceAll(sep, '/')
  return `${[...folder.problems.map((problem) => annotationOf(problem, pathOf(problem.file))), summary(folder)].join('\n')}\n`
}

function summary(folder: PlaybookFolder): string {
  const hints = countOf(folder, 'hint')
  const faults = `${count(countErrors(folder), 'error')}, ${count(countOf(folder, 'warning'), 'warning')}`
  return `${count(folder.files.length, 'file')}, ${faults}${hints > 0 ? `, ${count(hints, 'hint')}` : ''}.`
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
