// The extension built with its crash points, beside the release. The worker stands still at a named one until it is ended.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killWorker, type Stage } from '../../demo/stage/extension.ts'
import { until } from '../../demo/stage/rail.ts'

export interface FaultBuild {
  extensionDir: string
  remove(): void
}

export function buildWithFaults(): FaultBuild {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-faults-'))
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], { env: { ...env, VITE_FAULTS: '1', HANDRAIL_OUT: folder }, stdio: 'pipe' })
  return { extensionDir: join(folder, 'chrome-mv3'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

type Area = { get(key: string): Promise<Record<string, string | null>>; set(items: object): Promise<void> }
type Chrome = { chrome: { storage: { session: Area }; runtime: { sendMessage(message: object): Promise<unknown> } } }

export interface Crash {
  /** From now on the worker goes no further than this point. */
  at(point: string): Promise<void>
  /** Ends the worker once it stands there. The next one runs through, unless it is to be held there `again`. */
  strike(point: string, again?: 'again'): Promise<void>
  /** Any message starts the worker, as the alarm does after half a minute. */
  wake(): Promise<void>
}

/** Sets crash points from a page of the extension that shows nothing of the case. */
export async function openCrash(stage: Stage): Promise<Crash> {
  const page = await stage.open('welcome.html')
  const set = (point: string | null) =>
    page.evaluate((faultAt) => (globalThis as unknown as Chrome).chrome.storage.session.set({ faultAt, faultHeld: null }), point)
  const held = () => page.evaluate(async () => (await (globalThis as unknown as Chrome).chrome.storage.session.get('faultHeld')).faultHeld)
  return {
    at: set,
    async strike(point, again) {
      await until(async () => (await held()) === point, `the worker at ${point}`)
      await set(again ? point : null)
      await killWorker(stage)
    },
    async wake() {
      await page.evaluate(() => (globalThis as unknown as Chrome).chrome.runtime.sendMessage({ name: 'status.get', request: {} }))
    },
  }
}
