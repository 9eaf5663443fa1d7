// Why a call of the hub came to nothing, in the four ways that the callers act on differently.
import type { FailureCode } from '../schema/failure.ts'

/**
 * `unreachable`: no answer, or something else than the hub answered. `unauthorized`: the token is not good any more.
 * `refused`: no for good; repeating will not help. `later`: the hub asks for patience or failed itself.
 */
export type HubFailureKind = 'unreachable' | 'unauthorized' | 'refused' | 'later'

/** `message` is a sentence for a person: the hub's own where there is one. */
export class HubFailure extends Error {
  override name = 'HubFailure'
  readonly kind: HubFailureKind
  /** 0 where nothing answered. */
  readonly status: number
  readonly code: FailureCode
  /** What the hub asked for, not bounded yet. */
  readonly retryAfterMs: number | undefined

  constructor(kind: HubFailureKind, status: number, code: FailureCode, message: string, retryAfterMs?: number) {
    super(message)
    this.kind = kind
    this.status = status
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}
