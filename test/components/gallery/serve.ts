// Bundles the gallery once and serves it on a free loopback port: a bundle loads in a fraction of the time of single modules.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

export async function serveGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'handrail-gallery-'))
  const root = import.meta.dirname
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, rolldownOptions: { input: [join(root, 'index.html'), join(root, 'welcome.html')] } },
    preview: { host: '127.0.0.1', port: 0 },
  }
  await build(config)
  const server = await preview(config)
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
