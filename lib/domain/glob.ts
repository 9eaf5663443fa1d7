// Globs for URLs and paths: `*` is any run of characters, everything else is itself. Linear in pattern x value.

/** Case-sensitive, whole value. */
export function globMatches(pattern: string, value: string): boolean {
  const parts = pattern.split('*')
  const first = parts[0] ?? ''
  if (parts.length === 1) return pattern === value
  const last = parts.at(-1) ?? ''
  if (!value.startsWith(first) || value.length < first.length + last.length || !value.endsWith(last)) return false
  let from = first.length
  const end = value.length - last.length
  for (const part of parts.slice(1, -1)) {
    const at = value.indexOf(part, from)
    if (at < 0 || at + part.length > end) return false
    from = at + part.length
  }
  return from <= end
}
