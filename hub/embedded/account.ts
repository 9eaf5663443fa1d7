// Which OS user runs the embedded server. PostgreSQL refuses root, so under root it is `postgres`, made if absent.
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { HubFault } from '../fault.ts'

const makeUser = '/usr/sbin/useradd'

/** `null`: the user that runs the hub. */
export type Account = { uid: number; gid: number } | null

export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null
  try {
    return lookUp()
  } catch {
    try {
      execFileSync(makeUser, ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' })
      return lookUp()
    } catch {
      throw new HubFault(
        'unavailable',
        503,
        'The built-in PostgreSQL does not run as root, and the OS user postgres could not be made. Start the hub as another user, or set DATABASE_URL.',
      )
    }
  }
}

function lookUp(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  return { uid: id('-u'), gid: id('-g') }
}

/** The first folder on the way to `path` that `account` may not enter, or null. Folders that do not exist yet count as open. */
export function firstClosedFolder(path: string, account: Account): string | null {
  if (!account) return null
  const full = resolve(path)
  const parent = dirname(full)
  const closedAbove = parent === full ? null : firstClosedFolder(parent, account)
  if (closedAbove) return closedAbove
  const stat = statSync(full, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return null
  const needed = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
  return stat.mode & needed ? null : full
}
