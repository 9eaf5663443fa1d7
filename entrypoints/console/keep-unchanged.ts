// Keeps the objects of records that did not change, so that ten thousand rows are not drawn again for one.

interface Row {
  content?: { id: string }
  revision?: number
  id?: string
  version?: number
}

function identity(row: Row): string | null {
  if (row.content && row.revision !== undefined) return `${row.content.id} ${row.revision}`
  if (row.id && row.version !== undefined) return `${row.id} ${row.version}`
  return null
}

export function keepUnchanged<T>(before: T | null, after: T): T {
  if (!Array.isArray(before) || !Array.isArray(after)) return after
  const known = new Map<string, Row>()
  for (const row of before as Row[]) {
    const key = identity(row)
    if (key) known.set(key, row)
  }
  return (after as Row[]).map((row) => known.get(identity(row) ?? '') ?? row) as T
}
