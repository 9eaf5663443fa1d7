// Brings up Request Tracker, a support desk that nobody here wrote, from Debian's packages, with the demo desk's cases in it.
// Where it cannot be had, says why in one sentence instead of failing.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type DeskCase, startingCases } from '../../demo/desk/cases.ts'

const server = '/usr/share/request-tracker5/libexec/rt-server'
const packages = ['request-tracker5', 'rt5-db-sqlite', 'dbconfig-sqlite3', 'starman']
const answers = `request-tracker5 request-tracker5/initial-root-password password handrail-root
request-tracker5 request-tracker5/initial-root-password-again password handrail-root
request-tracker5 request-tracker5/rtname string desk.example
request-tracker5 request-tracker5/dbconfig-install boolean true
request-tracker5 request-tracker5/database-type select sqlite3
`

export interface RequestTracker {
  url: string
  user: string
  password: string
  /** Ticket number by the demo desk's case number. */
  tickets: Record<string, number>
  stop(): Promise<void>
}

/** Null when it is, or can be made, available; else the sentence to show. Installs when root on Debian. */
export function whyNotHere(): string | null {
  if (existsSync(server)) return null
  if (!existsSync('/etc/debian_version')) return 'Request Tracker is not installed, and this is not a Debian that could install it.'
  if (process.getuid?.() !== 0) return 'Request Tracker is not installed, and only root may install it: apt-get install request-tracker5 rt5-db-sqlite starman.'
  process.stderr.write('Installing Request Tracker from the distribution. This takes some minutes.\n')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('debconf-set-selections', { input: answers, env: environment })
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment })
  const installed = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore', env: environment })
  return installed.status === 0 && existsSync(server) ? null : 'Request Tracker could not be installed from the distribution’s packages.'
}

export async function startRequestTracker(port: number): Promise<RequestTracker> {
  const url = `http://127.0.0.1:${port}`
  const password = randomBytes(12).toString('base64url')
  const tickets = seed(password)
  const settings = siteSettings(port)
  const child = spawn(server, ['--host', '127.0.0.1', '--port', String(port), '--server', 'Starman', '--workers', '2'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, RT_SITE_CONFIG_DIR: settings },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM')
    await ended
    rmSync(settings, { recursive: true, force: true })
  }
  const deadline = Date.now() + 120_000
  while (!(await answersAt(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`Request Tracker did not start on ${url}; try ${server} --port ${port} by hand.`)
    }
    await setTimeout(200)
  }
  return { url, user: 'handrail-test', password, tickets, stop }
}

/** The distribution serves it under /rt of the machine's name; a browser that comes to this port would be redirected for ever. */
function siteSettings(port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-rt-'))
  const installed = '/etc/request-tracker5/RT_SiteConfig.d'
  if (existsSync(installed)) cpSync(installed, folder, { recursive: true })
  writeFileSync(
    join(folder, '99-loopback.pm'),
    `Set($WebPath, ''); Set($WebDomain, '127.0.0.1'); Set($WebPort, ${port}); Set($WebBaseURL, 'http://127.0.0.1:${port}');\n1;\n`,
  )
  return folder
}

const answersAt = (url: string) =>
  fetch(url).then(
    (reply) => reply.ok,
    () => false,
  )

function seed(password: string): Record<string, number> {
  const script = fileURLToPath(new URL('seed.pl', import.meta.url))
  const input = JSON.stringify({ password, cases: startingCases.map(caseOf) })
  // Its log goes to standard error, a line for every mail it would send; it is shown only when seeding failed.
  const { status, stdout, stderr } = spawnSync('perl', [script], { input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Request Tracker could not be seeded: ${stderr.trim().split('\n').at(-1)}`)
  return (JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { tickets: Record<string, number> }).tickets
}

function caseOf({ id, subject, category, order, requester, lines }: DeskCase) {
  const said = lines.filter(({ voice }) => voice === 'customer').map(({ text }) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return {
    key: String(id),
    subject,
    email: requester.email,
    name: requester.name,
    html: said.join('\n'),
    fields: { Category: category, 'Order ID': order?.id ?? '' },
  }
}
