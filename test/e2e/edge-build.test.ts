// The build for Edge, which stands in no archive that a test could install it from: its folder is run by Chromium instead.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchStage, type Stage } from '../../demo/stage/extension.ts'

const [edgeBuild, chromiumBuild] = [resolve('.output/edge-mv3'), resolve('.output/chrome-mv3')]

/** Every file by its path, as text that can be compared. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile())
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(folder, file), 'base64')]))
}

describe('the build for Edge', () => {
  let profileDir: string
  let stage: Stage
  beforeAll(async () => {
    profileDir = mkdtempSync(join(tmpdir(), 'handrail-edge-'))
    stage = await launchStage({ profileDir, extensionDir: edgeBuild })
  })
  afterAll(async () => {
    await stage?.close()
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 })
  })

  it('is the build for Chromium, file by file, with the same manifest', () => {
    const [edge, chromium] = [contents(edgeBuild), contents(chromiumBuild)]
    expect([...edge.keys()]).toEqual([...chromium.keys()])
    expect([...edge].filter(([file, text]) => chromium.get(file) !== text).map(([file]) => file)).toEqual([])
  })

  it('names the side panel, no other extension that may connect, and nothing that is Firefox’s', () => {
    const manifest = JSON.parse(readFileSync(join(edgeBuild, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ side_panel: { default_path: 'sidebar.html' }, externally_connectable: { ids: [] }, minimum_chrome_version: '120' })
    expect(manifest.web_accessible_resources).toMatchObject([{ use_dynamic_url: true }])
    for (const key of ['sidebar_action', 'browser_specific_settings']) expect(manifest).not.toHaveProperty(key)
  })

  it('loads, and its panel is answered by its worker', async () => {
    const panel = await stage.open('sidebar.html')
    await panel.getByRole('button', { name: 'Escalate', exact: true }).waitFor()
    const answer = await panel.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      return chrome.runtime.sendMessage({ name: 'status.get', request: {} })
    })
    expect(answer).toMatchObject({ ok: true, value: { hub: 'none', queued: 0, database: 'ok' } })
  })
})
