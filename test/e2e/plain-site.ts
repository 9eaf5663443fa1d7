// Pages of nobody's support desk, under names of their own on loopback: no profile fits them, and nobody allowed them.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface PlainSite {
  /** `http://<host>:<port>`; the browser must map the host here, see `plainHosts`. */
  origin(host: string): string
  stop(): Promise<void>
}

/** For Chromium: every name under .example is this machine. */
export const plainHosts = '--host-resolver-rules=MAP *.example 127.0.0.1'

const page = (path: string) => `<!doctype html><title>Seller notes ${path.slice(1)}</title>
<h1>Seller notes</h1><p id="said">Pay me outside and I ship tonight.</p>`

export async function startPlainSite(): Promise<PlainSite> {
  const server = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.end(page(new URL(request.url ?? '/', 'http://plain.example').pathname))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: (host) => `http://${host}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
