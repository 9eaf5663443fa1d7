// The same Chromium with the same flags and no extension at all: what a page costs by itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { findChromium, launchFlags } from '../demo/stage/chromium.ts'

export async function withPlainBrowser<T>(work: (context: BrowserContext) => Promise<T>): Promise<T> {
  const profileDir = mkdtempSync(join(tmpdir(), 'handrail-bench-plain-'))
  try {
    const context = await chromium.launchPersistentContext(profileDir, {
      executablePath: findChromium(),
      headless: true,
      viewport: { width: 1280, height: 900 },
      args: launchFlags(),
    })
    try {
      return await work(context)
    } finally {
      await context.close()
    }
  } finally {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
