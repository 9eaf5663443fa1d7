// The `handrail` command without a process of its own, and, where the process is what is tested, as one.
import { execFile } from 'node:child_process'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { handrail } from '../../hub/cli/handrail.ts'

const main = fileURLToPath(new URL('../../hub/cli/main.ts', import.meta.url))

export interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Nothing of this process but its folder: no variables, nothing on standard input. */
export async function runCommand(args: readonly string[]): Promise<Ended> {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const io = { out: (text: string) => void stdout.push(text), err: (text: string) => void stderr.push(text) }
  const code = await handrail(args, { ...io, stdin: Readable.from([]), env: {} })
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

export function spawnCommand(args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  const { DATABASE_URL: _, HANDRAIL_TOKEN: __, ...env } = process.env
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env: { ...env, ...options.env } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    )
    child.stdin?.end(options.input ?? '')
  })
}
