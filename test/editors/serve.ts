// Bundles the editors' site into a folder and serves it on a free loopback port.
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

const root = join(import.meta.dirname, 'site')
const require = createRequire(import.meta.url)
const common: InlineConfig = { root, base: './', configFile: false, publicDir: false, logLevel: 'error' }
/** Also where a test runner set NODE_ENV to something else. */
const asReleased: InlineConfig = { oxc: { jsx: { runtime: 'automatic', development: false } }, define: { 'process.env.NODE_ENV': '"production"' } }

export async function buildEditors(outDir: string): Promise<void> {
  await build({ ...common, ...asReleased, build: { outDir, emptyOutDir: true, minify: false, target: 'esnext' } })
  // It fetches its parts by address from where its script lies.
  const folder = dirname(require.resolve('ckeditor4/package.json'))
  const parts = ['ckeditor.js', 'contents.css', 'styles.js', 'lang/en.js', 'skins', 'plugins']
  for (const part of parts) await cp(join(folder, part), join(outDir, 'ckeditor4', part), { recursive: true })
}

/** `built`: where `buildEditors` left it. Any origin may read it, so that a frame without an origin of its own can. */
export async function serveEditors(built: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await preview({ ...common, build: { outDir: built }, preview: { host: '127.0.0.1', port: 0, cors: { origin: '*' } } })
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() }
}
