// The React admin on a free loopback port, bundled when it starts.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

const shell = `<!doctype html><meta charset="utf-8"><title>Trust admin</title><link rel="stylesheet" href="/admin.css">
<style>.narrow { display: none }</style><div id="root"></div><script type="module" src="/admin.js"></script>`

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    // Also where a test runner set NODE_ENV to something else.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('admin.tsx', import.meta.url)), formats: ['es'], fileName: 'admin' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const chunk = outputs.flatMap(({ output }) => output).find((item) => item.type === 'chunk')
  if (!chunk) throw new Error('The React admin has no script.')
  return chunk.code
}

export async function startAdmin(): Promise<{ url: string; stop: () => Promise<void> }> {
  const files: Record<string, { type: string; body: string }> = {
    '/': { type: 'text/html', body: shell },
    '/admin.js': { type: 'text/javascript', body: await bundle() },
    '/admin.css': { type: 'text/css', body: readFileSync(createRequire(import.meta.url).resolve('@mantine/core/styles.css'), 'utf8') },
  }
  const server = createServer((request, reply) => {
    const file = files[request.url?.split('?')[0] ?? '']
    reply.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8` })
    reply.end(file?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}
