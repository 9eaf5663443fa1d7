// Calls the hub by the routes table. Nothing counts as an answer before its type, size and shape are right.
import type { RouteName, RouteParams, RouteRequest, RouteResponse } from '../schema/routes.ts'

/** One hub as this device may call it. `Session` fits; `token` null for joining. */
export interface Hub {
  hubUrl: string
  token: string | null
  fetch: typeof fetch
  timeoutMs?: number
}
/** `key`: the idempotency key, needed for commands. */
export interface HubCall<N extends RouteName> {
  params: RouteParams<N>
  request: RouteRequest<N>
  key?: string
}

/** Throws `HubFailure` and nothing else. */
export async function callHub<N extends RouteName>(_hub: Hub, _route: N, _call: HubCall<N>): Promise<RouteResponse<N>> {
  throw new Error('not built yet')
}
