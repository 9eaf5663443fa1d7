// Starts a real hub as a process of its own and waits for its line; for tests, the start script and the tour.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { dataFolderAt, embeddedUrl, readAccess } from '../embedded/data-folder.ts'

export interface HubStart {
  dataDir?: string
  databaseUrl?: string
  port?: number
  /** More of the command line, such as `--host`. */
  args?: string[]
}
export interface HubProcess {
  url: string
  dataDir: string | null
  databaseUrl: string
  pid: number
  /** Lines on stdout and the whole log so far. */
  output: { stdout: string[]; stderr: string }
  /** SIGTERM; answers the exit code. Removes the data folder if it was made here. */
  stop(): Promise<number>
  /** SIGKILL: the embedded server stays behind. */
  kill(): Promise<void>
}

/** A hub that ends before it listens. */
export class HubDied extends Error {
  readonly exitCode: number | null
  readonly stderr: string

  constructor(exitCode: number | null, stderr: string) {
    super(`the hub ended with ${exitCode}: ${stderr}`)
    this.exitCode = exitCode
    this.stderr = stderr
  }
}

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/** A folder that the server's OS user can reach, also under root and with a private TMPDIR. */
export async function makeDataDir(): Promise<string> {
  const base = process.getuid?.() === 0 ? '/var/tmp' : tmpdir()
  const dir = await mkdtemp(join(base, 'handrail-'))
  await chmod(dir, process.getuid?.() === 0 ? 0o711 : 0o700)
  return dir
}

export async function startHub({ dataDir, databaseUrl, port = 0, args = [] }: HubStart = {}): Promise<HubProcess> {
  const ownDir = dataDir || databaseUrl ? null : await makeDataDir()
  const dir = dataDir ?? ownDir
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [main, '--port', String(port), ...(dir ? ['--data', dir] : []), ...args], {
    env: { ...env, NODE_ENV: 'production', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: HubProcess['output'] = { stdout: [], stderr: '' }
  child.stderr.on('data', (chunk) => {
    output.stderr += String(chunk)
  })
  const url = await firstLine(child, output)
  const exited = once(child, 'exit')
  const access = databaseUrl || !dir ? null : await readAccess(dataFolderAt(dir))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return {
    url,
    dataDir: dir,
    databaseUrl: databaseUrl ?? (access ? embeddedUrl(access) : ''),
    pid: child.pid ?? 0,
    output,
    async stop() {
      await end('SIGTERM')
      if (ownDir) await rm(ownDir, { recursive: true, force: true })
      return child.exitCode ?? 1
    },
    kill: () => end('SIGKILL'),
  }
}

function firstLine(child: ChildProcess, output: HubProcess['output']): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new HubDied(code, output.stderr.trim())))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.stdout.push(line)
      const url = /^Handrail hub listening on (http\S+)$/.exec(line)?.[1]
      if (url) resolve(url)
    })
  })
}
