// When to try a failed command again: doubling with full jitter, a server's wish honoured within bounds.

const firstMs = 1_000
/** No wait is longer. */
export const lastMs = 15 * 60_000

/**
 * `attempts` counts the failures so far (1 = the first failed). `random` is in [0, 1).
 * `retryAfterMs` is what the server asked for; it is bounded to [1 s, 15 min].
 */
export function nextAttemptAt(attempts: number, now: number, random: number, retryAfterMs?: number): number {
  if (retryAfterMs !== undefined && Number.isFinite(retryAfterMs)) {
    return now + Math.min(lastMs, Math.max(firstMs, retryAfterMs))
  }
  const ceiling = Math.min(lastMs, firstMs * 2 ** Math.min(20, Math.max(0, attempts)))
  return now + firstMs + Math.floor(random * (ceiling - firstMs))
}
