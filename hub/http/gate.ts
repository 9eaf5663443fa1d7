// Who may speak to the hub from a browser: our extension, and nobody's web page. Also refuses foreign names on loopback.
import { chromiumId } from '../../lib/identity.ts'

const chromiumOrigin = `chrome-extension://${chromiumId}`
/** Firefox gives each profile a random id. */
const firefoxOrigin = /^moz-extension:\/\/[0-9a-f-]{36}$/
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

export function isOurOrigin(origin: string): boolean {
  return origin === chromiumOrigin || firefoxOrigin.test(origin)
}

export type HostCheck = (host: string | undefined) => boolean

/** A hub on loopback answers to loopback names (and its public one) only, so that a web page cannot rebind its own name to it. */
export function hostCheckFor(listenHost: string, publicUrl: string | null): HostCheck {
  if (!isLoopback(listenHost)) return () => true
  const publicHost = publicUrl ? new URL(publicUrl).host : null
  return (host) => host !== undefined && (host === publicHost || loopbackNames.has(host.replace(/:\d+$/, '')))
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

export function corsHeaders(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, DELETE',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key',
    'access-control-expose-headers': 'retry-after',
    'access-control-max-age': '7200',
    vary: 'origin',
  }
}
