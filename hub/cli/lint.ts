// `handrail lint`: every fault of a playbook folder with file, line and a fix.
import { formatProblem } from '../../lib/playbook/problem.ts'
import { type PlaybookFolder, readPlaybookFolder } from '../playbook-folder.ts'

export async function lint(dir: string, { json = false }: { json?: boolean }): Promise<void> {
  const folder = await readPlaybookFolder(dir)
  process.stdout.write(json ? `${JSON.stringify(folder.problems, null, 2)}\n` : report(folder))
  if (countErrors(folder)) process.exitCode = 1
}

export const countErrors = ({ problems }: PlaybookFolder): number => problems.filter(({ severity }) => severity === 'error').length

export function report(folder: PlaybookFolder): string {
  const errors = countErrors(folder)
  const warnings = folder.problems.length - errors
  const lines = folder.problems.map((problem) => formatProblem(problem, problem.file))
  return `${[...lines, `${count(folder.files, 'file')}, ${count(errors, 'error')}, ${count(warnings, 'warning')}.`].join('\n')}\n`
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
