// The source files of the checkout, as paths from its root.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Tracked and untracked TypeScript under the given folders, git's ignore rules applied. */
export function sourceFiles(folders: string[]): string[] {
  return listed(folders).filter((file) => /\.tsx?$/.test(file))
}

export function listed(folders: string[]): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], { encoding: 'utf8' })
  return output
    .split('\n')
    .filter((file) => file !== '' && existsSync(file))
    .sort()
}
