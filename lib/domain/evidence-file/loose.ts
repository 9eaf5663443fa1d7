// Reads values of which nothing is certain: a file that somebody changed has to be told apart into parts all the same. Nothing here throws.

export function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined
}

/** What should be a list and is not counts as its only entry, so that it is not overlooked. */
export function list(value: unknown, key: string): unknown[] {
  const found = member(value, key)
  if (Array.isArray(found)) return found
  return found === undefined ? [] : [found]
}

/** The same without these members; what is no object stays as it is. */
export function without(value: unknown, ...keys: string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)))
}

export const said = (value: unknown): string => (typeof value === 'string' ? value : '')
