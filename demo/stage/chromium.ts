// Finds a Chromium for the tests, the tour and the start: an env variable, the usual places, else installs one.
// Refuses to guess: when nothing works it says in one sentence what to do.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/chromium/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), 'AppData/Local/Chromium/Application/chrome.exe'),
]

/** Branded Chrome since 137 ignores --load-extension, so it is not in the list. */
const advice =
  'No Chromium was found: install it (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium) or set HANDRAIL_CHROMIUM to its path.'

/** Path of an executable Chromium. Throws an Error with one sentence that says what to do. */
export function findChromium(): string {
  const named = process.env.HANDRAIL_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`HANDRAIL_CHROMIUM names ${named}, and there is no such file: correct it or unset it.`)
  }
  const found = installed()
  if (found) return found
  install()
  const fresh = installed()
  if (fresh) return fresh
  throw new Error(advice)
}

function installed(): string | null {
  return [...usualPlaces, chromium.executablePath()].find((place) => place !== '' && existsSync(place)) ?? null
}

function install(): void {
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0
  process.stderr.write('No Chromium found; installing one. This takes a minute or two.\n')
  if (isDebianRoot) {
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    return
  }
  try {
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { stdio: 'inherit' })
  } catch {
    throw new Error(advice)
  }
}

/** Flags that keep the browser quiet and on this machine. */
export const quietFlags = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Root needs --no-sandbox; a machine without a display has no GPU either. */
export function launchFlags(): string[] {
  return [...quietFlags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']
}
