// The hub's data folder: where it lies by default, what is in it, and the password that never leaves it.
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { HubFault } from '../fault.ts'
import { type Account, firstClosedFolder } from './account.ts'

export interface DataFolder {
  root: string
  /** PostgreSQL's own data directory. */
  cluster: string
  log: string
  /** JSON: port and password of the embedded server, readable by its owner only. */
  access: string
  /** Who runs a hub on this folder. */
  holder: string
}

export interface ServerAccess {
  port: number
  password: string
}

/** Root's home is usually private and the server runs as another user there. */
export function defaultDataDir(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return '/var/lib/handrail'
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'handrail')
}

export function dataFolderAt(path: string): DataFolder {
  const root = resolve(path)
  return { root, cluster: join(root, 'postgres'), log: join(root, 'postgres.log'), access: join(root, 'access.json'), holder: join(root, 'hub.json') }
}

export async function openDataFolder(path: string, account: Account): Promise<DataFolder> {
  const folder = dataFolderAt(path)
  const mode = account ? 0o711 : 0o700
  try {
    if (await mkdir(folder.root, { recursive: true, mode: account ? 0o755 : 0o700 })) await chmod(folder.root, mode)
  } catch {
    throw new HubFault('unavailable', 503, `The data folder ${folder.root} cannot be made. Name another one with --data.`)
  }
  if (account && firstClosedFolder(folder.root, account) === folder.root && (await isOursToOpen(folder))) await chmod(folder.root, mode)
  const closed = firstClosedFolder(folder.root, account)
  if (closed) {
    throw new HubFault(
      'unavailable',
      503,
      `The database runs as the OS user postgres, who may not enter ${closed}. Name a data folder outside of it with --data (such as /var/lib/handrail), or start the hub as another user.`,
    )
  }
  return folder
}

/** A fresh or former data folder that is merely private: to let the server's user pass through gives nothing away. */
async function isOursToOpen(folder: DataFolder): Promise<boolean> {
  const names = await readdir(folder.root)
  return names.length === 0 || names.includes(basename(folder.access))
}

export async function readAccess(folder: DataFolder): Promise<ServerAccess | null> {
  const text = await readFile(folder.access, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as ServerAccess)
}

export async function writeAccess(folder: DataFolder, access: ServerAccess): Promise<void> {
  await writeFile(folder.access, JSON.stringify(access), { mode: 0o600 })
}

export const newPassword = () => randomBytes(24).toString('base64url')

export function embeddedUrl(access: ServerAccess): string {
  return `postgresql://handrail:${access.password}@127.0.0.1:${access.port}/postgres`
}
