// Builds the gallery into a folder and serves it on loopback, for the browser tests and for `shoot.ts`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

const common: InlineConfig = { root: import.meta.dirname, configFile: false, logLevel: 'error' }

export async function buildGallery(outDir: string): Promise<void> {
  await build({ ...common, build: { outDir, emptyOutDir: true, minify: false } })
}

/** `built`: where `buildGallery` left it; without it the gallery is built for this once. */
export async function serveGallery(built?: string): Promise<{ url: string; close: () => Promise<void> }> {
  const own = built === undefined ? await mkdtemp(join(tmpdir(), 'handrail-console-')) : null
  if (own) await buildGallery(own)
  const server = await preview({ ...common, build: { outDir: own ?? built }, preview: { host: '127.0.0.1', port: 0 } })
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close()
      if (own) await rm(own, { recursive: true, force: true })
    },
  }
}
