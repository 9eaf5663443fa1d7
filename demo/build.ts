// Builds the extension the way `npm run build` does, quietly; speaks up only when it fails.
import { spawnSync } from 'node:child_process'

/** Throws an Error with the build's own words. */
export function buildExtension(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`)
}
