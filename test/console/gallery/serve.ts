// Serves the gallery from source on loopback, for the browser tests and for `node test/console/gallery/shoot.ts`.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const repository = fileURLToPath(new URL('../../../', import.meta.url))
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: `${repository}node_modules/.vite-gallery`,
    server: { host: '127.0.0.1', port: 0, fs: { allow: [repository] }, hmr: false, watch: null },
    oxc: { jsx: { runtime: 'automatic', development: false } },
  })
  await server.listen()
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}
