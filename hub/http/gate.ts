// Who may speak to the hub from a browser: our extension, and nobody's web page. Also refuses foreign names on loopback.
import { chromiumId } from '../../lib/identity.ts'
import type { Hub } from '../hub.ts'

const chromiumOrigin = /^chrome-extension:\/\/([a-p]{32})$/
/** Firefox gives each profile a random id. */
const firefoxOrigin = /^moz-extension:\/\/[0-9a-f-]{36}$/
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** Anybody may send any origin: enough lines to find one's own extension, not enough to fill a disk. */
const mostRefusalsLogged = 50

export type OriginCheck = (origin: string) => boolean

/** `extensionIds`: packages of ours that were signed with other keys. Says of each refused origin once in the log what to do. */
export function originCheckFor({ extensionIds, log }: Pick<Hub, 'extensionIds' | 'log'>): OriginCheck {
  const known = new Set([chromiumId, ...extensionIds])
  const refused = new Set<string>()
  return (origin) => {
    const id = extensionIdIn(origin)
    if (id === null ? firefoxOrigin.test(origin) : known.has(id)) return true
    const named = origin.slice(0, 200)
    if (refused.size < mostRefusalsLogged && !refused.has(named)) {
      refused.add(named)
      const remedy =
        id === null ? 'only the extension and the command line may call the hub' : `if this is your Handrail, start the hub with --extension-id ${id}`
      log.warn({ origin: named, remedy }, 'origin refused')
    }
    return false
  }
}

/** The id of any extension of Chromium; null for everything else. */
export const extensionIdIn = (origin: string): string | null => chromiumOrigin.exec(origin)?.[1] ?? null

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
