// A screen of its own with a keyboard, for what headless browsers cannot do: the browser's prompts, its commands, its menus. Xvfb and xdotool,
// installed when root on Debian. Says in one sentence why there is none.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { until } from '../../demo/stage/rail.ts'

export interface Display {
  /** As xdotool writes keys: `alt+shift+e`, `Return`. */
  press(...keys: string[]): void
  /** Top-level windows on screen: browser windows, menus and notifications. */
  windows(): number
  /** Resolves when nothing on screen has moved for so long. */
  still(forMs?: number): Promise<void>
  /** Resolves when a good part of the screen has changed since `before` and holds still, such as when a prompt has opened. */
  changed(before: Buffer, what: string): Promise<void>
  pixels(): Buffer
  stop(): Promise<void>
}

const programs = ['Xvfb', 'xdotool']
const has = (program: string) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)))

/** Null when a display can be started; else the sentence to show. Installs what is missing when root on Debian. */
export function whyNoDisplay(): string | null {
  if (programs.every(has)) return null
  const sentence = 'There is no Xvfb or no xdotool here; on Debian: apt-get install xvfb xdotool.'
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return sentence
  const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'xvfb', 'xdotool'], quiet)
  return programs.every(has) ? null : sentence
}

/** True where the tests can run; else prints the one line that says why they do not. */
export function hasDisplay(what: string): boolean {
  const missing = whyNoDisplay()
  if (missing) process.stderr.write(`${what}: not run. ${missing}\n`)
  return missing === null
}

/** Starts a screen on a free number and makes it this process's display. */
export async function startDisplay(): Promise<Display> {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-screen-'))
  const size = ['-screen', '0', '1400x1000x24']
  const child = spawn('Xvfb', ['-displayfd', '3', ...size, '-nolisten', 'tcp', '-fbdir', folder], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const number = await new Promise<string>((resolve, reject) => {
    ;(child.stdio[3] as Readable).once('data', (said: Buffer) => resolve(said.toString().trim()))
    child.once('error', reject)
    child.once('exit', () => reject(new Error('Xvfb ended before it had a screen; start Xvfb by hand to see why.')))
  })
  const before = process.env.DISPLAY
  process.env.DISPLAY = `:${number}`
  const hand = (...words: string[]) => execFileSync('xdotool', words, { encoding: 'utf8', env: { ...process.env, DISPLAY: `:${number}` } }).trim()
  const pixels = () => readFileSync(join(folder, 'Xvfb_screen0'))
  return {
    press(...keys) {
      for (const key of keys) hand('key', key)
    },
    windows() {
      // One that goes while they are counted ends the count with an error.
      for (let times = 1; ; times++) {
        try {
          return hand('search', '--onlyvisible', '--class', '.*').split('\n').length
        } catch (error) {
          if (times === 10) throw error
        }
      }
    },
    pixels,
    async still(forMs = 250) {
      let last = pixels()
      let sinceAt = Date.now()
      await until(async () => {
        const now = pixels()
        if (!now.equals(last)) sinceAt = Date.now()
        last = now
        return Date.now() - sinceAt >= forMs
      }, 'a screen that holds still')
    },
    async changed(start, what) {
      let last = start
      await until(async () => {
        const now = pixels()
        const isDone = isMoved(start, now) && now.equals(last)
        last = now
        return isDone
      }, what)
    },
    async stop() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
      if (before === undefined) delete process.env.DISPLAY
      else process.env.DISPLAY = before
    },
  }
}

/** More than a focus ring or a pressed button: one pixel in a hundred. */
function isMoved(before: Buffer, now: Buffer): boolean {
  let differing = 0
  for (let at = 0; at < now.length; at += 4) if (now.readInt32LE(at & ~3) !== before.readInt32LE(at & ~3)) differing++
  return differing > now.length / 4 / 100
}
