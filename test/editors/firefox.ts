// Drives the editors' site in Firefox with the built extension itself: its background, its content script, and nothing in between.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../demo/stage/rail.ts'
import { firefoxBuild, startFirefox } from '../e2e/firefox.ts'
import type { Driver } from './measure.ts'

/** The release, but allowed on this machine's own pages from the start: what a person would have to press is not what is tested here. */
function allowedBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-editors-'))
  cpSync(firefoxBuild, folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), host_permissions: ['http://127.0.0.1/*'] }))
  return folder
}

export async function driveFirefox(url: string): Promise<Driver & { version: string; stop: () => Promise<void> }> {
  const build = allowedBuild()
  const firefox = await startFirefox({ build })
  const own = await firefox.open('welcome.html')
  let opened = 0
  return {
    version: (await own.evaluate<{ version: string }>('browser.runtime.getBrowserInfo()')).version.split('.')[0]!,
    async open(query) {
      const address = `${url}?editor=${query}&page=${++opened}`
      const page = await firefox.open(address)
      await until(() => page.evaluate<boolean>('window.stage !== undefined'), `the editor of ${query}`)
      const tab = `(await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(address)}).id`
      await own.evaluate(`(async () => {
        const target = { tabId: ${tab} }
        for (const file of ['/page.js', '/page-tools.js']) await browser.scripting.executeScript({ target, files: [file] })
      })()`)
      return {
        ask: (what) => page.evaluate(`window.stage.${what}()`),
        leave: () => page.click('#elsewhere'),
        insert: (insertion) =>
          own.evaluate(`(async () => {
            const { browser: worker } = await browser.runtime.getBackgroundPage()
            return worker.tabs.sendMessage(${tab}, ${JSON.stringify({ name: 'page.insert', ...insertion })})
          })()`),
        undo: () => page.control('z'),
        close: () => page.close(),
      }
    },
    async stop() {
      await firefox.stop()
      rmSync(build, { recursive: true, force: true })
    },
  }
}
