// Bundles the gallery into a folder and serves it on a free loopback port: a bundle loads in a fraction of the time of single modules.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

const root = import.meta.dirname
const common: InlineConfig = { root, configFile: false, logLevel: 'error' }

export async function buildGallery(outDir: string): Promise<void> {
  const input = [join(root, 'index.html'), join(root, 'welcome.html')]
  await build({ ...common, build: { outDir, emptyOutDir: true, minify: false, rolldownOptions: { input } } })
}

/** `built`: where `buildGallery` left it; without it the gallery is built for this once. */
export async function serveGallery(built?: string): Promise<{ url: string; close: () => Promise<void> }> {
  const own = built === undefined ? await mkdtemp(join(tmpdir(), 'handrail-gallery-')) : null
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
