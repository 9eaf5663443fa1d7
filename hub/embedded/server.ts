// Starts, adopts and stops the PostgreSQL server of a data folder. It listens on loopback only, with fsync on.
import { execFile } from 'node:child_process'
import { chown, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { errorCode, HubFault } from '../fault.ts'
import { type Account, serverAccount } from './account.ts'
import { alone } from './alone.ts'
import { type DataFolder, embeddedUrl, newPassword, openDataFolder, readAccess, type ServerAccess, writeAccess } from './data-folder.ts'
import { type Engine, findEngine } from './engine.ts'

const run = promisify(execFile)
const longestLog = 5_000_000
const startingUp = '57P03'
const mostAsks = 100
const askAgainMs = 200
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

export interface EmbeddedServer {
  folder: DataFolder
  databaseUrl: string
  /** Whether it was running already, left behind by a hub that was killed or shared with one that runs. */
  adopted: boolean
  stop(): Promise<void>
}

export async function startEmbedded(dataDir: string, wait: (ms: number) => Promise<void>): Promise<EmbeddedServer> {
  const account = serverAccount()
  const folder = await openDataFolder(dataDir, account)
  return alone(folder, () => bringUp(folder, account, wait))
}

async function bringUp(folder: DataFolder, account: Account, wait: (ms: number) => Promise<void>): Promise<EmbeddedServer> {
  const engine = await findEngine(folder.root, account)
  const known = (await readAccess(folder)) ?? (await initialise(folder, engine, account))
  const adopted = await isOurs(folder, known, wait)
  const access = adopted ? known : await start(folder, engine, account, known)
  const stop = async () => {
    await pgCtl(engine, account, ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', '30'])
  }
  return { folder, databaseUrl: embeddedUrl(access), adopted, stop }
}

async function initialise(folder: DataFolder, engine: Engine, account: Account): Promise<ServerAccess> {
  // A cluster without its password was never served: the password is written last.
  await rm(folder.cluster, { recursive: true, force: true })
  await mkdir(folder.cluster, { mode: 0o700 })
  const password = newPassword()
  const passwordFile = join(folder.root, 'password.tmp')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [folder.cluster, passwordFile]) await chown(path, account.uid, account.gid)
  const options = ['--username=handrail', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C']
  try {
    await run(engine.initdb, ['-D', folder.cluster, ...options, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'], {
      ...account,
      cwd: folder.root,
      env: plainEnv(),
    })
  } catch (error) {
    throw new HubFault('unavailable', 503, `The database could not be made in ${folder.cluster}: ${lastLine(error)}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
  const access = { port: await freePort(), password }
  await writeAccess(folder, access)
  return access
}

async function start(folder: DataFolder, engine: Engine, account: Account, known: ServerAccess): Promise<ServerAccess> {
  await prepareLog(folder, account)
  for (const port of [known.port, await freePort()]) {
    const flags = Object.entries({ ...settings, port: String(port) }).map(([name, value]) => `-c ${name}='${value}'`)
    try {
      await pgCtl(engine, account, ['start', '-D', folder.cluster, '-l', folder.log, '-w', '-t', '60', '-s', '-o', flags.join(' ')])
      const access = { ...known, port }
      if (port !== known.port) await writeAccess(folder, access)
      return access
    } catch {
      // Most often the remembered port was taken meanwhile: the second round has a fresh one.
    }
  }
  const log = await readFile(folder.log, 'utf8').catch(() => '')
  const fatal = log
    .trim()
    .split('\n')
    .findLast((line) => line.includes('FATAL'))
  throw new HubFault(
    'unavailable',
    503,
    `The database in ${folder.cluster} does not start${fatal ? `: ${fatal.replace(/^.*FATAL:\s*/, '')}` : ''}. See ${folder.log}.`,
  )
}

/** A server answers there with our password and says that it serves this very folder. One that recovers from a crash is waited for. */
async function isOurs(folder: DataFolder, access: ServerAccess, wait: (ms: number) => Promise<void>): Promise<boolean> {
  const pid = await readFile(join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  if (pid === null) return false
  for (let ask = 0; ask < mostAsks; ask += 1) {
    const client = new pg.Client({ connectionString: embeddedUrl(access), connectionTimeoutMillis: 3_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      return (await realpath(rows[0]?.data_directory ?? '')) === (await realpath(folder.cluster))
    } catch (error) {
      if (errorCode(error) !== startingUp) return false
      await wait(askAgainMs)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

async function pgCtl(engine: Engine, account: Account, args: string[]): Promise<void> {
  await run(engine.pgCtl, args, { ...account, cwd: args[2], env: plainEnv() })
}

/** The log belongs to the server's user, and starts anew once it is large. */
async function prepareLog(folder: DataFolder, account: Account): Promise<void> {
  const size = (await stat(folder.log).catch(() => null))?.size ?? 0
  await writeFile(folder.log, '', { flag: size > longestLog ? 'w' : 'a', mode: 0o600 })
  if (account) await chown(folder.log, account.uid, account.gid)
}

function plainEnv(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR, LD_LIBRARY_PATH } = process.env
  return { PATH, SystemRoot, TMPDIR, LD_LIBRARY_PATH, LC_ALL: 'C' } as NodeJS.ProcessEnv
}

function lastLine(error: unknown): string {
  const text = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error)
  return text.trim().split('\n').at(-1) ?? ''
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
