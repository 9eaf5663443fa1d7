// The least that an extension with a frame and a worker can be, under our own id, so that the same hands can drive it: the limits
// that "opened" and "worker started" are read against.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumKey } from '../lib/identity.ts'

/** Where its launcher stands; there is nothing else of it on the page. */
export const yardstickSpot = { x: 1250, y: 450 }

const files = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Yardstick',
    version: '1',
    key: chromiumKey,
    background: { service_worker: 'background.js' },
    content_scripts: [{ js: ['page.js'], matches: ['http://127.0.0.1/*'], run_at: 'document_idle' }],
    web_accessible_resources: [{ resources: ['empty.html'], matches: ['http://127.0.0.1/*'], use_dynamic_url: true }],
  }),
  'background.js': 'chrome.runtime.onMessage.addListener((message, sender, answer) => answer({ ok: true, value: null }))',
  'empty.html': '<!doctype html><title>Empty</title><button>Escalate</button>',
  'page.js': `
    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'closed' })
    const button = document.createElement('button')
    button.style.cssText = 'position:fixed;left:${yardstickSpot.x - 20}px;top:${yardstickSpot.y - 20}px;width:40px;height:40px'
    button.onclick = () => {
      const frame = document.createElement('iframe')
      frame.style.cssText = 'position:fixed;right:0;top:0;width:380px;height:100vh;border:0'
      frame.src = chrome.runtime.getURL('empty.html')
      root.append(frame)
    }
    root.append(button)
    document.documentElement.append(host)`,
}

/** A folder to load, removed by the second answer. */
export function writeYardstick(): { extensionDir: string; remove(): void } {
  const extensionDir = mkdtempSync(join(tmpdir(), 'handrail-yardstick-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(extensionDir, name), text)
  return { extensionDir, remove: () => rmSync(extensionDir, { recursive: true, force: true }) }
}
