// `handrail lint`: every fault of a playbook folder with file, line and a fix; for people, for programs, or beside the lines on GitHub.
import { relative, resolve, sep } from 'node:path'
import { formatProblem } from '../../lib/playbook/problem.ts'
import { type PlaybookFolder, readPlaybookFolder } from '../playbook-folder.ts'
import { annotationOf } from './annotation.ts'
import type { Io } from './io.ts'

export interface Lint {
  json?: boolean
  github?: boolean
  /** The team's queues; without them no queue is checked. */
  queues?: string[]
}

/** Answers the exit code. */
export async function lint(dir: string, { json = false, github = false, queues = [] }: Lint, { out, env }: Io): Promise<number> {
  const folder = await readPlaybookFolder(dir, { published: null, queues })
  out(json ? document(folder) : github ? annotations(folder, dir, env.GITHUB_WORKSPACE) : report(folder))
  return countErrors(folder) ? 1 : 0
}

export const countErrors = ({ problems }: PlaybookFolder): number => problems.filter(({ severity }) => severity === 'error').length

export function report(folder: PlaybookFolder): string {
  return `${[...folder.problems.map((problem) => formatProblem(problem, problem.file)), summary(folder)].join('\n')}\n`
}

function document(folder: PlaybookFolder): string {
  const { files } = folder
  const problems = folder.problems.map(({ file, line, column, severity, code, message, fix }) => ({ file, line, column, severity, code, message, fix }))
  const errors = countErrors(folder)
  return `${JSON.stringify({ files, problems, counts: { files: files.length, errors, warnings: problems.length - errors } }, null, 2)}\n`
}

/** GitHub looks files up from the root of the checkout, wherever the command runs. */
function annotations(folder: PlaybookFolder, dir: string, root = process.cwd()): string {
  const pathOf = (file: string) => relative(root, resolve(dir, file)).replaceAll(sep, '/')
  return `${[...folder.problems.map((problem) => annotationOf(problem, pathOf(problem.file))), summary(folder)].join('\n')}\n`
}

function summary(folder: PlaybookFolder): string {
  const errors = countErrors(folder)
  const warnings = folder.problems.length - errors
  return `${count(folder.files.length, 'file')}, ${count(errors, 'error')}, ${count(warnings, 'warning')}.`
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
