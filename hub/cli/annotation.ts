// A problem as a workflow command that GitHub shows beside the line of the file.
import type { Problem } from '../../lib/playbook/problem.ts'

/** `file` is the path from the root of the repository. */
export function annotationOf({ severity, line, column, code, message, fix }: Problem, file: string): string {
  return `::${severity === 'hint' ? 'notice' : severity} file=${property(file)},line=${line},col=${column}::${text(`${code}: ${message} ${fix}`)}`
}

const text = (value: string) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (value: string) => text(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
