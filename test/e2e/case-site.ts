// Pages of a made-up application on loopback, with the addresses, headers and ways of changing the case that a test asks for.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SitePage {
  title: string
  html: string
  headers?: Record<string, string>
}

export interface CaseSite {
  /** Two names of one machine are two origins; `host` is `127.0.0.1` or `localhost`. */
  origin(host?: string): string
  /** Bodies of what was posted to it, such as a browser's reports of what a page's policy forbade. */
  posted: string[]
  stop(): Promise<void>
}

/** `pageOf` gives the page at a path, null where there is none. */
export async function startCaseSite(pageOf: (url: URL) => SitePage | null): Promise<CaseSite> {
  const posted: string[] = []
  const server = createServer((request, reply) => {
    if (request.method === 'POST') {
      let body = ''
      request.on('data', (piece: Buffer) => {
        body += piece.toString()
      })
      request.on('end', () => {
        posted.push(body)
        reply.writeHead(204).end()
      })
      return
    }
    const page = pageOf(new URL(request.url ?? '/', 'http://case.example'))
    reply.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    // The icon is asked for unasked, and missing it would be an error of the page.
    reply.end(page ? `<!doctype html><title>${page.title}</title><link rel="icon" href="data:,">${page.html}` : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: (host = '127.0.0.1') => `http://${host}:${port}`,
    posted,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A profile of it: cases by path, and a modal over one of them by a parameter. */
export const caseProfile = (origin: string) => ({
  name: 'Cases',
  origins: [origin],
  verified: null,
  pages: [
    {
      name: 'Modal',
      path: '/case/*',
      query: ['quickOpen'],
      caseId: [{ from: 'url' as const, part: 'query' as const, name: 'quickOpen' }],
      fields: [seller('[role=dialog]')],
      text: '[role=dialog]',
      reply: [],
    },
    {
      name: 'Case',
      path: '/case/*',
      caseId: [{ from: 'url' as const, part: 'path' as const, pattern: '^/case/(\\d+)$' }],
      fields: [seller('#case')],
      text: '#case',
      reply: ['textarea'],
    },
  ],
})

function seller(within: string) {
  return { name: 'case.seller', label: 'Seller', sources: [{ from: 'label' as const, label: 'Seller', within }] }
}
