// A refusal with the sentence that the caller may read. Anything else that is thrown is a bug and crosses as one.
import type { FailureCode } from '../lib/schema/failure.ts'

export type FaultStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 429 | 500 | 503

export class HubFault extends Error {
  readonly code: FailureCode
  readonly status: FaultStatus
  /** For 429 and 503: when to try again. */
  readonly retryAfterMs: number | null

  constructor(code: FailureCode, status: FaultStatus, message: string, retryAfterMs: number | null = null) {
    super(message)
    this.name = 'HubFault'
    this.code = code
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

export const invalid = (message: string) => new HubFault('invalid', 400, message)
export const forbidden = (message: string) => new HubFault('forbidden', 403, message)
export const conflict = (message: string) => new HubFault('conflict', 409, message)
/** The same words for what never was, what another team has, and what this member may not see. */
export const absent = (what: string) => new HubFault('invalid', 404, `There is no such ${what} in your team.`)
export const unauthorized = () =>
  new HubFault('forbidden', 401, 'This device is not signed in, or its access was revoked. Ask your lead for an invite for a new device.')
export const busy = () => new HubFault('unavailable', 503, 'The hub cannot reach its database at the moment. Nothing was lost; try again shortly.', 2_000)

/** PostgreSQL's codes for "someone else was in the way, the same again may succeed". */
const transient = new Set(['40001', '40P01', '55P03'])
const unreachable = /^(08|57P|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57014|25P03)$/

/** The code of any error that carries one: SQLSTATE or an errno name. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
export const isTransient = (error: unknown) => transient.has(errorCode(error))
export function isUnreachable(error: unknown): boolean {
  if (unreachable.test(errorCode(error))) return true
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
}
