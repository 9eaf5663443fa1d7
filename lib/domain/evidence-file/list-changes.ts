// What became of a list: which entries were changed, removed, moved or added, with as few words as that can be said.

export type ChangeKind = 'changed' | 'removed' | 'moved' | 'added'
export interface ListChange<T> {
  kind: ChangeKind
  /** As it was; of an added entry, as it is. */
  entry: T
}

/** Beyond it the shortest account is not looked for: who changes a thousand entries learns that. */
const mostCompared = 1_000_000

/** `keyOf` says whether two entries are the same, `sortOf` whether one may have become the other. */
export function listChanges<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string, sortOf: (entry: T) => string): ListChange<T>[] {
  const [old, now] = unmatched(before, after, keyOf)
  const changes: ListChange<T>[] = []
  const left = [...now]
  const take = (isIt: (entry: T) => boolean) => {
    const at = left.findIndex(isIt)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const gone: T[] = []
  for (const entry of old) {
    if (take((other) => keyOf(other) === keyOf(entry)) === undefined) gone.push(entry)
    else changes.push({ kind: 'moved', entry })
  }
  for (const entry of gone) {
    const became = take((other) => sortOf(other) === sortOf(entry))
    changes.push({ kind: became === undefined ? 'removed' : 'changed', entry })
  }
  return [...changes, ...left.map((entry) => ({ kind: 'added' as const, entry }))]
}

/** What is not in the longest common run of both. */
function unmatched<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string): [T[], T[]] {
  const [a, b] = [before.map(keyOf), after.map(keyOf)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [rows, columns] = [endA - start, endB - start]
  if (rows * columns > mostCompared) return [before.slice(start, endA), after.slice(start, endB)]
  // lengths[i][j]: the longest common run of what follows i and j.
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      lengths[i]![j] = a[start + i] === b[start + j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const [old, now]: [T[], T[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[start + i] === b[start + j]) {
      i += 1
      j += 1
    } else if (j >= columns || (i < rows && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) old.push(before[start + i++]!)
    else now.push(after[start + j++]!)
  }
  return [old, now]
}
