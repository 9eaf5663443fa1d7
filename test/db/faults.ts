// Makes the n-th request of IndexedDB fail, the way a full disk or a dying process would.
import { IDBObjectStore } from 'fake-indexeddb'

const kinds = ['get', 'getAll', 'put', 'add', 'delete', 'clear'] as const

/** Runs `work` with the n-th request (from 1) throwing `QuotaExceededError`; answers whether there was an n-th one. */
export async function failRequest(n: number, work: () => Promise<unknown>): Promise<boolean> {
  const prototype = IDBObjectStore.prototype as unknown as Record<string, (...given: unknown[]) => unknown>
  const originals = kinds.map((kind) => [kind, prototype[kind]!] as const)
  let count = 0
  for (const [kind, original] of originals) {
    prototype[kind] = function (this: unknown, ...given: unknown[]) {
      if (++count === n) throw new DOMException('the disk is full', 'QuotaExceededError')
      return original.apply(this, given)
    }
  }
  try {
    await work()
  } catch (error) {
    if ((error as Error).name !== 'QuotaExceededError') throw error
  } finally {
    for (const [kind, original] of originals) prototype[kind] = original
  }
  return count >= n
}
